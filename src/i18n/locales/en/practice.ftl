### Words of drills, exams, progress and settings, line by line.

## Before the choices
plain-say-first = Before you see the choices: what would you say? A line in your own words, or just Enter.
plain-how-sure = How sure are you that it is good? 50, 70 or 90 in a hundred, or just Enter.

## Today
today-line = Perhaps today: { $words }
today-how-drill = (bedside drill { $skill })
today-how-play = (bedside play { $scenario })
today-first = { $title }, about { $minutes } minutes. A first conversation to begin with.
today-covers = { $title }, about { $minutes } minutes. It brings { $skills } skills together that you have not practised for a while.
today-not-played = { $title }, about { $minutes } minutes. You have not walked it yet.
today-someone-new = a few single decisions on "{ $skill }" with people you have not met. { $ago ->
    [0] You practised it today
    [one] You practised it a day ago
   *[other] You practised it { $ago } days ago
}; another look might help it stay.
today-another-moment = a few single decisions on "{ $skill }" at moments you have not met. { $ago ->
    [0] You practised it today
    [one] You practised it a day ago
   *[other] You practised it { $ago } days ago
}; another look might help it stay.
today-repeat = a few decisions on "{ $skill }" again. { $ago ->
    [0] You practised it today
    [one] You practised it a day ago
   *[other] You practised it { $ago } days ago
}, and all that tests it has rested since.
today-never-met = a few single decisions on "{ $skill }", which you have not met yet.
today-rest = nothing is waiting. "{ $skill }" might be worth another look from { $day } on.
list-hidden = { $count ->
    [one] One conversation is hidden
   *[other] { $count } conversations are hidden
} by your settings (hidden_tags). `bedside list --all` shows all.

## Single decisions
single-setting = { $setting }. You are the { $role }.

## Drills
drill-of-skill = { $count ->
    [one] One single decision
   *[other] { $count } single decisions
} on: { $skill }.
drill-of-due = { $count ->
    [one] One single decision
   *[other] { $count } single decisions
} out of all conversations; what might be worth another look comes first.
drill-again = { $again ->
    [one] One of them you have answered before
   *[other] { $again } of them you have answered before
}: of the { $pool } there are, no others were left.
drill-how = Type the number of what you would say or do. What comes of it is told at once. Type ? for help, q to stop.
drill-decision = Decision { $number } of { $count }.
drill-also-here = Also good here:
drill-rated = By the key: { $rating }
drill-help-quit = q: stop. What you answered is kept.
drill-not-here = Not in a drill: the teaching comes with each answer, and nothing is scored.
drill-none-done = Nothing was answered, and nothing is kept.
drill-done = { $done } of { $count } answered.
drill-good = { $good } of them the key would at least be content to hear. That describes these decisions, not you.

## Exams
exam-list-items = { $talks ->
    [0] { "" }
    [one] One conversation and{ " " }
   *[other] { $talks } conversations and{ " " }
}{ $singles ->
    [one] one single decision
   *[other] { $singles } single decisions
}
exam-list-minutes = about { $minutes } minutes
exam-list-none = There is no blueprint here. Blueprints lie in scoring/blueprints/ of a library.
exam-holds = { $talks ->
    [0] It holds
    [one] It holds one whole conversation and
   *[other] It holds { $talks } whole conversations and
} { $singles ->
    [one] one single decision.
   *[other] { $singles } single decisions.
}
exam-seed = Seed { $seed }: everyone with this seed and this library has the same form.
exam-hidden = It holds something you have hidden in your settings: { $tags }. Everyone with this seed has the same form, so it is not left out. You can stop at any time with q.
exam-time-left = { $minutes ->
    [one] One minute
   *[other] { $minutes } minutes
} left.
exam-untimed = Take the time you need.
exam-rules = No hints, no explanations and no going back on what was said in a conversation until the result. Answers to single decisions can be changed until you hand in. You can stop with q and go on later. Type ? for help.
exam-resumed = Going on with the exam.
exam-item = Item { $number } of { $count }
exam-is-flagged = You flagged it.
exam-gone = The library no longer has this item. It counts neither way.
exam-ask-single = Your answer, A to { $last }:
exam-no-such-letter = There is no such answer. Type a letter from A to { $last }, or ? for help.
exam-answered = Your answer so far: { $letter }.
exam-not-taken = That could not be taken here. Nothing was changed.
exam-flagged = Flagged, to come back to.
exam-unflagged = No longer flagged.
exam-talk-over = This conversation has ended.
exam-no-such-item = There is no item { $number }. There are { $count }.
exam-not-understood = "{ $typed }" is not an answer or a command. Type ? for help.
exam-not-here = Not here. Type ? for help.
exam-help-choose = A letter or a number: answer; in a conversation, a number: say or do that.
exam-help-sure = An answer and 50, 70 or 90: the same, and how sure you are, in percent.
exam-help-flag = f: flag this item to come back to, or no longer.
exam-help-move = n and p: the next item and the one before; g 5: item 5.
exam-help-overview = o: all items at a glance; from there x hands in.
exam-help-repeat = r: hear this item again; t: the time; say and your words: what you would say yourself, unscored.
exam-help-stop = q: stop for now. It can be gone on with.
exam-help-give-up = give up: end it without a result.
exam-overview = All items
exam-item-gone = no longer in the library
exam-item-flagged = flagged
exam-single-answered = single decision, answered
exam-single-open = single decision, open
exam-talk-ended = conversation, ended
exam-talk-begun = conversation, begun
exam-talk-open = conversation, not begun
exam-standing = { $open } open, { $flagged } flagged.
exam-ask-overview = The number of an item to go to it, x to hand in, q to stop for now:
exam-still-open = { $open ->
    [one] One item is
   *[other] { $open } items are
} still open and would earn nothing. Type x again to hand in all the same, or a number to go there.
exam-time-up = Time is up. What you answered counts.
exam-given-up = Given up. There is no result, and nothing is scored.
exam-handed-in = Handed in.
exam-paused = The exam is paused. To go on: bedside exam --resume { $attempt }
exam-input-ended = The input ended before the exam was handed in.
exam-saved = Form, answers and result are in { $path }.
exam-open-one = You have begun this exam before and not handed it in; to go on with that: bedside exam --resume { $attempt }
exam-result = Result: { $title }
exam-result-handed-in = { $decisions ->
    [one] One decision counts
   *[other] { $decisions } decisions count
}, { $unanswered } of them unanswered. Time used: { $minutes ->
    [0] less than a minute
    [one] one minute
   *[other] { $minutes } minutes
}.
exam-result-time-up = Time was up. { $decisions ->
    [one] One decision counts
   *[other] { $decisions } decisions count
}, { $unanswered } of them unanswered. Time used: { $minutes ->
    [0] less than a minute
    [one] one minute
   *[other] { $minutes } minutes
}.
exam-score = Earned: { $share } of 100, over { $n } decisions; the 95% interval runs from { $low } to { $high }. Decisions of one conversation hang together, so it is, if anything, too narrow.
exam-no-score = Nothing in it was rated, so there is no score.
exam-reference = Choosing at random earns { $random } of 100 here, the best answers { $best }.
exam-no-reference = What choosing at random earns could not be worked out for this form.
exam-between = This lies { $between } percent of the way from random to best.
exam-below-random = This is less than choosing at random earns on average.
exam-profile = By topic
exam-domains = What was asked for:
exam-tracks = In which conversations:
exam-topics = By the topics of the curriculum:
exam-profile-note = One decision can stand in several rows. Rows of a few decisions say where to look next, no more.
exam-row = { $share } of 100 from { $n } decisions (95% interval { $low } to { $high }).
exam-row-few = { $n ->
    [one] One decision
   *[other] { $n } decisions
}: too few to say.
exam-critical = Critical errors
exam-no-critical = None.
exam-other-errors = Other errors
exam-error = { $name } ({ $severity }; item { $item }, { $scenario })
exam-error-repaired = { $name } ({ $severity }, repaired later; item { $item }, { $scenario })
exam-error-never-done = { $name } ({ $severity }; never done in item { $item }, { $scenario })
exam-instead = Instead: { $instead }
exam-missed = Owed and never met
exam-missed-one = { $owed } ({ $scenario })
exam-talks = Conversations
exam-talk-unfinished = { $scenario }: not finished, so it has no score of its own.
exam-talk-score = { $scenario }: process score { $score } of 100.
exam-talk-score-beside = { $scenario }: process score { $score } of 100; choosing at random earns { $random }, the best line { $best }.
exam-what-it-says = What this says, and what not
exam-too-few = Too few decisions to say more: there are { $have }, and tests of this kind needed about { $low } to { $high } before their scores were steady.
exam-as-many = { $have } decisions are as many as tests of this kind needed for steady scores. It is still one sitting.
exam-pass-mark = Pass mark: { $cut } of 100, by { $method }, { $panel }, { $date }.
exam-above = The whole interval lies above it.
exam-below = The whole interval lies below it.
exam-too-close = The interval holds the pass mark: too close to call.
exam-no-pass-mark = There is no pass mark: nobody has set one by a named method, panel and date. Nothing here says whether anyone is ready for anything.
exam-gone-items = { $count ->
    [one] Item { $items } is
   *[other] Items { $items } are
} no longer in the library and count neither way.
exam-keys = Scored with the key of: { $panels }.
exam-look-back = The number of an item, 1 to { $count }, to look at it again with what there is to learn; or Enter to finish.
exam-unanswered = You did not answer it.
exam-you-chose = You chose:
exam-other-why = What { $letter } would have done:

## Progress
progress-title = Your practice so far
progress-nothing = Nothing yet. `bedside list` shows the conversations, `bedside drill` asks a few single decisions.
progress-clock = Some answers carry a later day than others that came after them, or than today: the clock was set back at some time. The days between count as none.
progress-due = What might be worth another look
progress-none-due = Nothing just now.
progress-due-fresh = last { $ago ->
    [0] today
    [one] a day ago
   *[other] { $ago } days ago
}; { $fresh ->
    [one] one decision
   *[other] { $fresh } decisions
} you have not met, { $people } of them in conversations where you have not met this skill.
progress-due-again = last { $ago ->
    [0] today
    [one] a day ago
   *[other] { $ago } days ago
}; you have met every decision that tests it.
progress-skills = Skills
progress-first-answers = From { $count ->
    [one] one first answer
   *[other] { $count } first answers
}; what you met again is not counted.
progress-skill = { $n } of { $of } decisions met, { $share } of 100 earned (95% interval { $low } to { $high }).
progress-skill-unread = { $n } of { $of } decisions met: too few to give a level.
progress-skill-few = Too few to say how it changes.
progress-over-time = Earlier half { $before }, later half { $after }.
progress-domains = Domains
progress-domain = { $share } of 100 (95% interval { $low } to { $high }), from { $n } decisions in { $scenarios } conversations.
progress-domain-few = { $n ->
    [0] not met yet.
   *[other] { $n } so far: too few, or from one conversation only.
}
progress-scenarios = Conversations
progress-done = { $done } of { $all } finished.
progress-talk = { $seen } of { $all } endings seen, last { $last }.
progress-talk-begun = begun and not finished, last { $last }.
progress-talk-gone = no longer in the library, last { $last }.
progress-record = First attempt: { $score } of 100.
progress-record-replay = First finished: { $score } of 100, though you had begun it before.
progress-first-attempts = First attempts
progress-no-scores = No first attempt with a score yet.
progress-plot-attempts = As a plot: number, score, and a row of signs from 0 to 100, each for five.
progress-plot-mean = mean
progress-plot-skills = As a plot: skill, level, and a row of signs from 0 to 100, each for five; o is the level, - its interval.
progress-plot-sure = As a plot: what you said, how many were at least acceptable, and a row of signs from 0 to 100; | is what you said, o what was so.
progress-no-band = { $have } of { $need } conversations needed before a mean says anything: conversations differ more than people do.
progress-band = Mean { $mean } over { $n } conversations; the 95% interval runs from { $low } to { $high }.
progress-calibration = How sure, against how good
progress-never-sure = You have not said how sure you were. A number and 50, 70 or 90 says it; `bedside config confidence true` asks each time.
progress-bin = When you said { $stated }: { $share } in a hundred were at least acceptable, of { $n }.
progress-bin-few = When you said { $stated }: { $n ->
    [one] one answer
   *[other] { $n } answers
}, too few to read (from { $need } on).
progress-bin-empty = You never said { $stated }.
progress-brier = Brier score { $brier } over { $n } (0 is best; always saying 50 gives 0.25).
progress-surer = On average { $bias ->
    [one] one point
   *[other] { $bias } points
} surer than right.
progress-less-sure = On average { $bias ->
    [one] one point
   *[other] { $bias } points
} less sure than right.
progress-as-sure = On average as sure as right.
progress-calibration-few = Too few to say more.
progress-gone = { $count ->
    [one] One answer belongs
   *[other] { $count } answers belong
} to decisions the library no longer has.

## History
history-practice = Drills and exams
history-drill = { $when }  drill on { $about }: { $answers } answered ({ $attempt })
history-drill-due = { $when }  drill on what was due: { $answers } answered ({ $attempt })
history-exam = { $when }  exam { $about }: { $answers } answered ({ $attempt })
history-exam-open = { $when }  exam { $about }: open; to go on: bedside exam --resume { $attempt }
history-exam-left = { $when }  exam { $about }: given up ({ $attempt })

## Reports

## Settings
config-file = Settings are kept in { $path }.
config-no-file = Nothing has been set yet. Settings will be kept in { $path }.
config-unset = as the environment says
config-usual = as it comes
config-one-of = One of: { $choices }.
config-changed = { $key } is now { $value }. It is kept in { $path }.
config-reset = { $key } is as it comes again. Its line is gone from { $path }.
config-mode = How much is taught on the way, where nothing else is asked for: coached after every reaction, flow at the end, exam nothing before the result.
config-theme = Colours of the screens: auto is light where the terminal says that its ground is light (COLORFGBG), else dark; sixteen keeps to the terminal's own; plain has none.
config-one-key = On the screens a digit says it at once, without Enter.
config-confidence = Ask how sure you are, before the reaction. Never part of a score.
config-say-first = Ask what you would say before the choices appear. Unscored; kept on this machine; `bedside forget --words` deletes it.
config-reduced-motion = Nothing on the screens and in reports moves.
config-ascii = Only plain signs on the screens, for terminals and fonts without others.
config-hidden-tags = Conversations with one of these content tags are not listed, suggested or drilled, such as cancer or child-death.
config-support = Lines shown when you leave a conversation midway: whom to call, where to go.
config-language = Language of the program's own words.
