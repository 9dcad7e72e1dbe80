### Words of the reports.

## Every page
report-skip = Skip to the content
report-contents = Contents
report-date = { $day } { $month } { $year }
report-month-1 = January
report-month-2 = February
report-month-3 = March
report-month-4 = April
report-month-5 = May
report-month-6 = June
report-month-7 = July
report-month-8 = August
report-month-9 = September
report-month-10 = October
report-month-11 = November
report-month-12 = December
report-trust = Trust
report-understanding = Understanding
report-distress = Distress
report-track-adult = Adult
report-track-pediatric = Pediatric
report-track-cultural = Cultural
report-track-planning = Planning ahead
report-mode-coached = coached
report-mode-flow = teaching at the end
report-mode-exam = exam
report-minor = Minor
report-major = Serious
report-critical = Critical
report-mark-full = full
report-mark-half = half
report-mark-empty = open
report-ending-reached = What the conversation was for was reached.
report-ending-partial = Some of what the conversation was for was reached.
report-ending-lost = The conversation broke off for now.
report-cause-choices = What you said brought it about.
report-cause-illness = The illness brought it about; nothing said would have changed that.
report-cause-chance = Chance brought it about.

## Debrief
report-debrief = Debrief
report-how-was-that = How was that?
report-happened = What happened
report-left = You stopped before the end. Nothing is scored.
report-discuss = To talk over
report-felt = How it felt to them
report-felt-note = These lines are never part of the score. A fall right after honest hard news is not blame. The pale line is one way the best choices could have gone.
report-turning = Where it turned
report-in-numbers = In numbers
report-looking-back = Looking back
report-learned = You learned: { $what }.
report-trace-of = { $what }, { $name }
report-trace-about = On a scale from { $low } to { $high }, from the start through every decision: { $values }.
report-trace-best = Along one of the best lines: { $values }.
report-line-you = you { $value }
report-line-best = best { $value }
report-line-start = start
report-fell = Decision { $number }: { $what } ({ $name }) fell by { $change }.
report-rose = Decision { $number }: { $what } ({ $name }) rose by { $change }.
report-asked = What they would have told you
report-came-out = Came out
report-never-asked = Nobody asked
report-stayed-untold = Stayed untold
report-would-have = The answer would have been: { $what }.
report-person = Person
report-wanted = Wanted
report-feared = Feared
report-moments = Moment by moment
report-moment = Decision { $number }
report-pause = (A silence.)
report-you = You
report-via = through { $name }
report-you-said = You said
report-you-said-to = You said to { $name }
report-you-did = You did
report-you-wrote = You wrote
report-own-words = Your own words, before the choices
report-they-felt = What they felt
report-move = The move
report-why = What it did
report-better = Better words
report-also = Also good
report-good-here = Other good ways here
report-expert-noticed = What an expert noticed
report-expert-says = What an expert might say
report-differ = Experts differ
report-also-noted = Noted
report-hinted = You looked at the hint.
report-sure = You were { $percent }% sure.
report-as-role = as { $role }
report-review = This scenario: { $stage }.
report-replay = This was a replay; the first line to an ending is the record.
report-skills = Skills, as marks
report-skills-note = One mark a decision: ● most of what the best choice showed, ◐ half of it, ○ less. One conversation gives marks, not measurements.
report-ways = Two ways, side by side
report-ways-note = Up to decision { $number } both went the same way. From there on they part.
report-way-line = Line { $line }
report-way-this = Line { $line }, this one
report-way-moments = Decision { $number }, here { $this }
report-way-both = The same on both lines
report-way-not-met = Not met on this line.
report-way-ending = How it ended
report-decision = Decision
report-domain = Domain
report-marks = Marks, in order
report-mark-at = decision { $number }: { $mark }
report-errors = To come back to
report-never-done = Never done
report-repaired = mended at decision { $number }
report-practise = What to practise next
report-practise-note = A suggestion, from the decisions of this conversation alone.
report-score = Score
report-score-folded = The score was folded in when this was printed. Opened first, it is printed too.
report-show-score = Show the score
report-score-of = Counted over { $decisions ->
    [one] one decision
   *[other] { $decisions } decisions
}.
report-no-score = This conversation has no score: it was left early, or nobody has rated its choices.
report-cap-open = A critical error was not mended, so the label is at most the lowest, whatever the score.
report-cap-repaired = A critical error was made and mended, so the label is at most "Developing".
report-cap-floor = The domain "{ $domain }" lies below the floor for the upper labels.
report-references = Choosing at random earns about { $random }; the best line earns { $best }.
report-between = This lies { $percent }% of the way from the one to the other.
report-below-random = This lies below what chance would earn.
report-owed = Never met, though it was owed: { $item }.
report-no-key = Nobody has rated the choices of this scenario.
report-synthetic-key = The key is an example made up to show the format, not anyone's judgement.
report-panel-key = The key is the mean of { $raters } raters (panel { $panel }).
report-colophon = bedside · { $scenario }, version { $version } · seed { $seed }

## Progress
report-progress = Progress
report-your-way = Your way so far
report-way-of = The way of { $name } so far
report-counted = { $decisions ->
    [one] one first answer
   *[other] { $decisions } first answers
}, drills included · { $talks ->
    [one] one conversation played to an ending
   *[other] { $talks } conversations played to an ending
}
report-clock = The clock of this machine was set back at some time. Days between are counted as none.
report-gone-answers = { $count ->
    [one] One answer belongs to a conversation that is
   *[other] { $count } answers belong to conversations that are
} no longer in the library, and is left out here.
report-due = Worth another look
report-nothing-due = Nothing is waiting today.
report-due-note = A suggestion only. The spacing comes from a model made for flash cards; for conversations there is no such evidence.
report-last-time = Last time
report-what-waits = What waits
report-due-again = hard, { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
}
report-due-hard = nearly there, { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
}
report-due-good = went well, { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
}
report-due-people = { $count ->
    [one] one decision with someone you have not met for it
   *[other] { $count } decisions with people you have not met for it
}
report-due-moments = { $count ->
    [one] one new moment in a conversation you know
   *[other] { $count } new moments in conversations you know
}
report-due-rested = { $count ->
    [one] one moment you met three weeks ago or longer
   *[other] { $count } moments you met three weeks ago or longer
}
report-due-repeat = nothing new; its moments rest for three weeks
report-skills-time = Skills over time
report-skills-time-note = First answers only: a decision met again says what you remember, not what you can do.
report-no-answers = No decision has been answered yet.
report-interval-note = The dot is the mean credit of your first answers, the line is where it may really lie (95%). Long lines mean few answers.
report-skills-caption = Skills with their first answers in order. Credit runs from 0 (harms) to 100% (what the key would want at its own bedside).
report-skill = Skill
report-first-answers = First answers
report-earned = Mean credit
report-in-order = In order
report-look-again = Worth a look
report-n-of = { $n } of { $of }
report-now = now
report-spark = Credit in order: { $values }
report-too-few = too few decisions yet
report-row = { $label }: { $share } ({ $range }), n { $n }.
report-domains = Domains
report-domains-note = What you showed against the best on offer, over several conversations. From fewer than three decisions, or from one conversation, nothing is shown.
report-talks = Conversations
report-no-talks = No conversation has been begun yet.
report-talk = Conversation
report-first-played = First played
report-endings = Endings
report-times = Times to an end
report-record = Record
report-record-replay = { $score } (a replay)
report-gone = no longer in the library
report-first-scores = First attempts
report-scores-about = Scores of first attempts in order, from 0 to 100: { $values }.
report-band = Your own band: { $mean } on average, and for conversations like these it may lie anywhere from { $low } to { $high } (95%, { $n } first attempts). It says nothing about other learners and nothing about real conversations.
report-no-band = { $n } of { $need } first attempts. From { $need } on there is a band; before that, conversations differ too much to say where you stand.
report-calibration = How sure, how right
report-calibration-over = Over { $n } first answers you were { $points } points surer than right. Brier score { $brier } (0 is best; always saying 50% gives 0.25).
report-calibration-under = Over { $n } first answers you were { $points } points less sure than right. Brier score { $brier } (0 is best; always saying 50% gives 0.25).
report-calibration-even = Over { $n } first answers you were as sure as right. Brier score { $brier } (0 is best; always saying 50% gives 0.25).
report-calibration-about = Across: how sure you said you were. Up: how often the choice was one the key would be content to hear. On the pale line both agree; rings stand for too few answers.
report-calibration-caption = Never part of any score.
report-bin = Said { $stated }%: { $share } acceptable, n { $n }.
report-said = You said
report-acceptable = Acceptable
report-reading = Note
report-bin-few = fewer than { $need }: says nothing yet
report-by-skill = By skill
report-brier = Brier
report-bias = Bias
report-no-confidence = You have not said how sure you are yet. It can be turned on in the settings, and never counts.
