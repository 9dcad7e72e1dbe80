### Words of the exam on the full screen. What is said line by line too stands in practice.ftl.

## Keys

do-exam = exam
do-begin = begin
do-pick-letter = choose by letter or number
do-item-before = before
do-item-after = next
do-timed = time kept or not
do-flag = flag
do-overview = all items
do-hand-in = hand in
do-to-item = go there
do-choose = choose
do-to-exams = exams

## What there is

exams = Exams
exams-open = Begun
exams-new = To begin
exams-closed = Handed in
exam-open-standing = { $begun } of { $items } items begun, { $when }
exam-open-means = It waits where you stopped. Enter goes on.
exam-closed-when = { $when }
exam-closed-means = Enter shows the result, and every item with what there is to learn from it.
exam-small = Small: no more than { $most } decisions. Tests of this kind needed about { $low } to { $high } before their scores were steady.

## Before it begins

exam-before = Before you begin
exam-rule-nothing = No hints and no explanations until the result. Nothing is shown as right or wrong on the way.
exam-rule-change = What you say in a conversation stands. Answers to single decisions can be changed until you hand in.
exam-rule-flag = f flags an item to come back to. o shows all items, what is open and what is flagged.
exam-rule-pause = Esc pauses. What you answered is kept at once, and you go on where you were, today or another day.
exam-hidden-here = It holds something you have hidden in your settings: { $tags }. Everyone with this seed has the same form, so it is not left out. Esc stops at any time.
exam-time = Time
exam-time-free = not kept
exam-time-free-means = About { $minutes } minutes are usual. Press t to keep to them.
exam-time-kept = { $minutes } minutes
exam-time-kept-means = Pauses do not count. When the time is up, what you answered counts.
exam-begin = Begin

## An item

exam-minutes-left = { $minutes ->
    [one] one minute left
   *[other] { $minutes } minutes left
}
exam-minutes-left-short = { $minutes } min left
exam-answer-here = Your answer
exam-answer-so-far = your answer { $letter }
exam-your-answer = (your answer)
exam-choose-first = Choose with ↓, a letter or a number, then Enter answers.
exam-enter-on = Press Enter to go on.

## Handing in

exam-hand-in = Hand in
exam-hand-in-title = Hand in?
exam-hand-in-means = After that nothing can be changed, and the result opens.
exam-all-answered = Everything is answered.
exam-open-earn-nothing = { $open ->
    [one] One item is still open and would earn nothing.
   *[other] { $open } items are still open and would earn nothing.
}
exam-still-flagged = { $flagged ->
    [one] One item is flagged.
   *[other] { $flagged } items are flagged.
}
exam-hand-in-now = Hand it in
exam-back-to-items = Back to the items
exam-give-up = End it without a result
exam-give-up-sure = End it without a result: nothing is scored, and it cannot be gone on with. Press Enter once more.

## The result

exam-result-aside = result
exam-profile-reads = Earned of 100, its 95% interval, and how many decisions it rests on.
exam-row-short = { $share } ({ $low } to { $high }), n = { $n }
exam-row-few-short = too few to say, n = { $n }
exam-look-at-items = Look at the items again
exam-ways = The answers
exam-what-it-did = What yours did
exam-also-good = (good here too)
