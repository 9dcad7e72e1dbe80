### Words of the full-screen program.

bedside = bedside
home-line = practice for hard conversations

## Keys, by name

key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-page-up = PgUp
key-page-down = PgDn
key-home = Home
key-end = End
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-back-tab = Shift+Tab
key-space = Space
key-ctrl = Ctrl+{ $key }
key-alt = Alt+{ $key }
key-help = ?
key-to = to

## What keys do

do-up = up
do-down = down
do-left = left
do-right = right
do-page-up = a page up
do-page-down = a page down
do-top = to the beginning
do-bottom = to the end
do-read-on = read on
do-next-part = next part
do-next-line = next line
do-previous-line = the line before
do-previous-part = part before
do-enter = go on
do-new-line = new line
do-back = back
do-pick = choose by number
do-sure = { $percent ->
    [50] half
    [70] fairly
   *[90] very
 }
do-find = find
do-filter = filter
do-clear = clear
do-settings = settings
do-mode = mode
do-part = role
do-hint = hint
do-why = why
do-rewind = take back
do-map = map
do-score = score
do-report = report
do-retry = save again
do-pause = pause
do-help = keys
do-quit = quit
do-stop = quit at once
do-open = open
do-to-list = to the list
do-end-find = stop finding
do-walk-in = walk in
do-say-it = say it
do-see-choices = see the choices
do-skip = skip
do-answer = answer
do-go-on = go on
do-stop-here = stop here
do-back-in = back into the room
do-look-back = look back
do-go-back-there = go back there
do-leave = leave
do-to-library = home
do-try-again = try again
do-moment = moment before, moment after
do-done = done
do-change = change

## Home

older-open = { $count ->
    [one] One older one. Enter shows it.
   *[other] { $count } older ones. Enter shows them.
}
continue = Continue
step-when = step { $step }, { $when }
today = Today
library = Library
library-empty = There are no conversations here. Check the folder given with --library, or run bedside without it.
nothing-found = Nothing matches. Press c to clear what you are looking for.
kept-back = { $count ->
    [one] One conversation is kept back by your content settings.
   *[other] { $count } conversations are kept back by your content settings.
 }
broken = cannot be read
broken-do = { $faults ->
    [one] It has a fault and cannot be played. To see it: bedside check { $path }
   *[other] It has { $faults } faults and cannot be played. To see them: bedside check { $path }
 }
track-adult = Adults
track-pediatric = Children
track-cultural = Across cultures
track-planning = Planning ahead
track-none = Elsewhere
level-1 = first steps
level-2 = usual
level-3 = hard
minutes = { $minutes } min
at-most-minutes = up to { $minutes } min
practises = Practises
content-note = Content
played = Played { $when }
from-pack = From { $pack }
seen-of = { $seen } of { $all }
any = any
filter-track = Track
filter-level = Level
filter-skill = Skill
filter-role = Role
filter-minutes = Minutes
filter-done = Played
filter-done-yes = played to an ending
filter-done-no = not yet
more-list = { $sign } more

## Briefing

before-you-walk-in = Before you walk in
chart = The chart
who-is-there = Who is there
task = Your task
speaks = speaks { $language }
away-now = not here yet
on-the-phone = on the phone
on-video = on video
how = How
you-are = You are
walk-in = Walk in
mode-coached = coached
mode-flow = flow
mode-exam = exam
mode-coached-means = What they felt, and why, after every reaction.
mode-flow-means = Just the conversation. Everything else at the end.
mode-exam-means = No hints, no way back, nothing shown until the result.

## Conversation

you = You
you-write = in writing
pause = a pause
via = via { $name }
to = to { $name }
in-language = in { $language }
in-the-room = In the room
not-here = Not here: { $names }
decision-number = decision { $number }
your-turn = Your turn
say-to = To { $name }:
write-label = You write:
locked = Not open now.
locked-because = Not open: { $why }
hint = Hint
your-words = Your own words
say-first = What would you say?
say-first-warning = In your own words, before you see the choices. Not scored; kept on this machine. No real patients' details, please.
how-sure = How sure are you that this is among the best things to do here?
sure-50 = About half sure (50 %)
sure-70 = Fairly sure (70 %)
sure-90 = Very sure (90 %)
it-ended = The conversation is over
it-ended-enter = Press Enter to look back on it.
it-was-left = You stopped here
more-below = { $sign } more, Space reads on
more-below-text = { $sign } more, PgDn reads on
choose-first = Choose with ↓ or a number, then Enter says it.
still-saving = One moment, the last step is being saved.
not-saved = Not saved yet: { $why } Nothing is lost. Press r to try again.
denied-mode = Not in an exam. Everything is shown with the result.
denied-over = The conversation is over.
denied-nothing = There is nothing to show here.
denied-refused = That is not open now. Choose another way.
no-hint = There is no hint for this moment.
nothing-said-yet = You have not said anything yet.
rewound = Back before step { $step }. This is a new line; the one before is kept.
changed-flow = This conversation was edited since you began. Your steps still fit, and you go on where you were.
changed-step = This conversation was edited since you began: { $address } (step { $step }) is no longer offered. You go on after step { $before }. Nothing was deleted.
changed-ending = This conversation was edited since you began, and it now ends elsewhere.
open-elsewhere = This conversation is open in another window too. Both keep their own line.

## Teaching

felt = Felt
felt-too = And
why = Why
better = Better words
also = Other good words
move = The move
you-wrote = You would have said
expert-noticed = An expert notices
expert-says = and might say
expert-why = because
experts-differ = Experts differ. Some say
experts-differ-too = Others say

## Leaving

you-can-stop = You can stop here. Nothing is scored.
you-can-stop-means = Some conversations come too close, and some days are full already. What you did so far is kept as left, and nobody will ask about it.
support = If something stays with you, these people are glad to be called:
pause-means = Or press p to pause: the conversation waits for you on the home screen.
paused = Paused. It waits for you here.

## Debrief

debrief = Looking back
debrief-part = Looking back, part { $at } of { $all }
debrief-part-short = { $at } of { $all }
how-was-that = Before anything else: how was that?
how-was-that-means = A line, if you like, or just Enter. It stays on this machine.
part-happened = What happened
part-felt = How it felt to them
part-untold = What they would have told you
part-moments = The moments
part-beside = Two ways, side by side
beside-from = From decision { $step } on they part.
beside-line = Line { $line }
beside-this = this one
part-skills = Skills, one mark a moment
part-again = One to come back to
part-score = The score
part-next = What next
left-early = You stopped before the end. Nothing is scored.
kind-reached = What the conversation was for was reached.
kind-partial = Some of what it was for was reached, or it was reached another way.
kind-lost = For now, what it was for was lost.
cause-choices = Mostly your choices led here.
cause-illness = Mostly the illness led here; another conversation might have ended the same.
cause-chance = Chance had a hand in this.
trace-means = How they moved, decision by decision. None of it is in the score, and a fall after honest hard news is no fault.
trace-trust = trust
trace-understanding = understanding
trace-distress = distress
trace-of = { $who }, { $what }
trace-words = from { $from } to { $to } of { $most }
best-behind = The dots ({ $sign }) are the best line's.
where-it-turned = Where it turned
turn-rose = { $what } rose by { $by }
turn-fell = { $what } fell by { $by }
wanted = Wanted
feared = Feared
you-heard = You found out
nobody-asked = If asked
moments-means = ← and → go from moment to moment, u goes back to one.
you-were-sure = You were { $percent } % sure.
you-saw-the-hint = You looked at the hint.
n = n = { $count }
marks-mean = { $full } shown   { $half } partly   { $empty } not this time. Marks, not a measure: one conversation says little.
also-happened = This happened too
mended = mended at decision { $step }
at-step = Decision { $step }: “{ $words }”
never-done = It was never done.
instead = Instead
one-authors-view = This is one author's view.
nothing-stands-out = Nothing stands out. Which moment would you like to have again?
you-might-try = You might try
no-key = Nobody has rated this conversation yet, so there is no score.
no-score = A line left early has no score.
score-hidden = Press s to see the score. Most people learn more from the moments.
score = { $score } of 100, from { $count } decisions
cap-unrepaired = Held there by a critical error that was not mended.
cap-repaired = Held there by a critical error, though it was mended.
cap-floor = Held there by { $domain }, which lies low.
bands-provisional = The bands are provisional. No panel has set them.
references = Choosing at random earns { $random } on average; the best line earns { $best }.
below-random = That is less than choosing at random earns on average.
between = That is { $share } % of the way from random to best.
references-coming = What random choices and the best line earn is still being worked out.
owed = Counted as not met: { $names }.
replay = This was not your first line here, so it is practice and not your record.
this-conversation-is = This conversation and its ratings: { $review }.
next-skill = { $name }: { $about }
next-draw = Another day the same person may want something else. Ask again.
next-rewind = Take one moment another way: choose it with ← and →, then press u.
next-rest = Then stop for today, if you can. Esc goes home.
choose-moment = Choose a moment with ← and →, then press u.
report-written = The report is in { $path }.

## Map

map-title = The way so far
map-legend = { $taken } taken   { $seen } taken another time   { $unseen } not taken
map-this-line = Line { $line } of { $lines }, the one you are on
map-other-line = Line { $line } of { $lines }, kept from before
line-not-ended = You went back before this line came to an end.
you-are-here = You are here: { $place }
it-ended-as = It ended: { $title }
other-ways = Other times
other-way = Line { $line }, { $steps } steps: { $title }
not-met = { $count ->
    [0] You have met every moment of this conversation.
    [one] One moment of this conversation you have not met.
   *[other] { $count } moments of this conversation you have not met.
 }

## Settings

settings-title = Settings
on = on
off = off
set-mode = Mode offered first
set-theme = Colours
set-theme-means = Dark and light bring their own ground; your terminal's own sixteen colours keep yours.
theme-auto = whatever fits
theme-dark = dark
theme-light = light
theme-sixteen = your terminal's own
theme-plain = none
set-one-key = One key says it
set-one-key-means = A number is enough, without Enter.
set-confidence = Ask how sure
set-confidence-means = Before the reaction: half, fairly or very sure. Never part of the score.
set-say-first = Say it first
set-say-first-means = Type what you would say before the choices appear. Not scored; kept on this machine.
set-motion = Less motion
set-motion-means = Nothing on these screens moves by itself; reports follow this too.
set-ascii = Plain signs
set-ascii-means = ASCII instead of dots, arrows and rules.
set-tags = What conversations may hold
tag-shown = listed
tag-hidden = kept back
set-tag-means = Conversations marked so are listed, or kept back.
set-support = Lines for the screen on leaving: whom to call, where to go
set-support-add = Add a line
set-support-means = → writes it. Emptied, it goes away.

## Help

help-title = Keys here
help-everywhere = Everywhere
help-mouse = The wheel scrolls. A click puts the focus there, a second click opens or says it.

## Too small

too-small = This window has { $columns } columns and { $rows } rows. Please make it at least { $need-columns } by { $need-rows }.
too-small-quit = Nothing is lost. q quits.
