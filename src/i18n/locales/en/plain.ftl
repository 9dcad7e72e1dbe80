### Words of the plain front end, line by line.

## Before walking in
plain-setting = { $setting }. About { $minutes } minutes. You are the { $role }.
plain-note = What it is about: { $note }
plain-chart = The chart
plain-task = Your task: { $task }
plain-people = Who is in it
plain-speaks = speaks { $language }
plain-by-phone = on the phone
plain-by-video = on video
plain-how = Type the number of what you would say or do, and Enter. Type ? for help. You can stop at any time with q.
plain-resumed = Going on from where you were.

## The play
plain-you = You
plain-pause = (A silence.)
plain-seems = { $name } seems { $mood }.
plain-via = through { $name }
plain-to = to { $name }
plain-in = in { $language }
plain-you-do = what you do
plain-you-write = what you write

## Choosing
plain-say = Say: { $text }
plain-say-to = To { $name }: { $text }
plain-do = Do: { $text }
plain-write = Write: { $text }
plain-locked = Not possible now: { $choice }
plain-ask = Your choice, 1 to { $count }:
plain-is-locked = That is not possible now. { $because }
plain-no-such-choice = There is no choice { $number }. Type a number from 1 to { $count }, or ? for help.
plain-not-understood = "{ $typed }" is not a choice or a command. Type a number from 1 to { $count }, or ? for help.
plain-stuck = This choice leads nowhere: the scenario has a fault. Run `bedside check` on it. What you did so far is kept.

## Help
plain-help-number = A number: say or do that.
plain-help-sure = A number and 50, 70 or 90: the same, and how sure you are that it is good, in percent.
plain-help-say = say and your words: what you would say yourself. It is kept on this machine and not scored. No real patients' details, please.
plain-help-repeat = r: hear the last moment and the choices again.
plain-help-hint = h: a hint.
plain-help-why = w: what your last choice did and why; w 3: the same for decision 3.
plain-help-rewind = u: go back before your last choice; u 3: before decision 3. What follows is practice.
plain-help-score = s: the score, after the end.
plain-help-compare = c: after the end, this line beside another that reached an ending; c 2: beside line 2.
plain-help-back = b: back.
plain-help-quit = q: stop. What you did is kept.

## On the way
plain-hint = Hint: { $hint }
plain-no-hint = There is no hint here.
plain-not-in-exam = Not in an exam. Hints, explanations and going back open with the result.
plain-nothing-yet = Nothing has been decided yet.
plain-no-such-step = There is no such decision. So far there are { $count }.
plain-rewound = Back before decision { $number }. This is a new line, for practice.
plain-words-kept = Kept. Your own words are not scored and stay on this machine. Now choose.
plain-score-later = The score comes after the end, when you ask for it.
plain-compare-later = Two ways can be laid side by side after the end.
plain-quiet = You can stop here. Nothing is scored. Type q to stop, or go on with a number.
plain-input-ended = The input ended before the conversation did.
plain-left = You left before the end. Nothing is scored, and what you did is kept.

## What a choice did
plain-moment = Decision { $number }.
plain-hinted = You looked at the hint.
plain-own = Your own words:
plain-felt = What they felt:
plain-move = The move: { $move } ({ $framework }).
plain-why = Why:
plain-better = Better:
plain-also = Also good:
plain-expert-noticed = An expert noticed:
plain-expert-says = An expert might say:
plain-expert-why = Because:
plain-one-side = Experts differ. One side:
plain-other-side = The other side:

## The debrief
plain-how-was-that = Before anything else: how was that? A line, or just Enter.
plain-what-happened = What happened
plain-reached = What the conversation was for was reached.
plain-partial = Some of what the conversation was for was reached.
plain-lost = What the conversation was for was lost, for now.
plain-by-choices = What you chose brought this about.
plain-by-illness = The illness brought this about.
plain-by-chance = Chance brought this about.
plain-how-it-felt = How it felt to them
plain-trust = Trust
plain-understanding = Understanding
plain-distress = Distress
plain-trace-of = { $what }, { $name }
plain-trace = { $what }, from { $low } to { $high }: { $first } at first; after each decision { $values }.
plain-trace-best = On the best line, after each decision: { $values }.
plain-fell = Decision { $number }: { $what } fell by { $change }.
plain-rose = Decision { $number }: { $what } rose by { $change }.
plain-left-as = At the end { $name } seemed { $mood }.
plain-never-asked = What they would have told you
plain-you-learned = You found out: { $what }.
plain-unasked = This time: { $what }.
plain-fact-known = You heard it:
plain-fact-unknown = Nobody asked:
plain-wanted = What { $name } wanted: { $what }
plain-feared = What { $name } feared: { $what }
plain-moments = The moments
plain-skills = Skills
plain-marks = { $marks } ({ $count ->
    [one] 1 moment
   *[other] { $count } moments
})
plain-mark-full = shown
plain-mark-half = partly shown
plain-mark-empty = not shown
plain-come-back = To come back to
plain-no-errors = Nothing that would have needed repair.
plain-never-done = Never done.
plain-repaired = You repaired it at decision { $number }.
plain-instead = Instead:
plain-author-view = This is one author's view.
plain-next = What to practise next
plain-try-again = The moment with most left in it was decision { $number }. Type u { $number } to try it again.
plain-after = Type s for the score, w and a number to look at a decision again, u and a number to go back to it, or q to finish.
plain-after-compare = Type c to lay this line beside line { $line }.
plain-rest-unused = The conversation is over; the rest of the input was not used.

## Two ways
plain-two-ways = Two ways, side by side
plain-same-way = They are the same from beginning to end.
plain-no-other-way = There is no other line here that reached an ending. u and a number goes back to a decision; take it another way, and then the two can be laid side by side.
plain-no-such-line = Line { $line } is no other line that reached an ending. c alone takes one that did.
plain-part-from = From decision { $number } on they part.
plain-line-other = Line { $line }
plain-line-this = Line { $line } (this one)
plain-line-both = In both
plain-line-at = { $line }, decision { $number }.
plain-traces-part = { $what }, at first and after each decision:
plain-line-ended = { $line } ended: { $ending }.
plain-line-left = { $line } reached no ending.

## The score
plain-score-heading = The score
plain-score = Process score: { $score } of 100, over { $decisions ->
    [one] 1 decision
   *[other] { $decisions } decisions
}.
plain-references = Choosing at random earns { $random } (give or take { $sd }), the best line { $best }, the worst { $worst }.
plain-between = This line lies { $percent } percent of the way from random to best.
plain-below-random = This line earned less than choosing at random does on average.
plain-owed = Never met, though it was owed: { $item }.
plain-label = Label, by provisional bands: { $label }. { $means }
plain-cap-open = Held down by a critical error that was not repaired.
plain-cap-repaired = Held down by a critical error, though it was repaired.
plain-cap-floor = Held down by { $domain }.
plain-replay = This is a replay: you walked this conversation before. The record is the first line that reached an ending.
plain-no-key = No panel has rated this scenario, so there is no score.
plain-no-score = There is no score: the line was left early, or nothing in it was rated.
plain-panel-key = The key is the judgement of the panel { $panel }, with { $raters } raters.
plain-synthetic-key = The key { $panel } is synthetic: made up to try the program, and nobody's judgement.
