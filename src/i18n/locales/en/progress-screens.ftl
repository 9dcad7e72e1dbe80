### Words of the progress screen.

do-progress = progress
progress-coming = Gathering what you have done so far …
progress-failed = Your progress could not be read: { $why }

## Before the first conversation
progress-empty = Nothing here yet, and nothing is expected.
progress-will = Once you have walked into a conversation or a drill, this page shows:
progress-will-attempts = your first attempts, one dot each; from { $need } conversations on, the band your own mean lies in
progress-will-skills = each skill, answer by answer, with a level once there are { $need } answers to read it from
progress-will-sure = how sure you were against how good it was, if you let the program ask (in the settings); each degree is read from { $need } answers on
progress-will-due = what might be worth another look, and when
progress-empty-do = Press Esc to go home; there Enter opens a conversation.

## Conversations
progress-part-talks = Conversations and first attempts
progress-talks-done = { $done } of { $all } conversations finished.
progress-scores-mean = Each sign is the process score of a first attempt, oldest first.
progress-band-means = The band ({ $sign }) is about your mean, not about the next conversation.
progress-earned = { $score } of 100
progress-earned-again = { $score } of 100, replayed
progress-endings = { $seen } of { $all } endings
progress-talk-is-gone = no longer in the library
progress-talk-not-ended = not finished

## Skills
progress-no-skills = None of them was rated, so there is no skill to show.
progress-too-few = too few
progress-signs-mean = Each sign is a first answer, oldest first, the newest eight: { $full } the key would be content to hear it, { $half } the chance was missed, { $empty } it set the talk back or did harm.
progress-level-means = { $sign } is the mean credit of all of them, from 0 to 100, and the line its 95% interval, from { $need } answers on. Behind n, the earlier half and the later.
progress-domains-mean = Domains need three decisions from two conversations.

## How sure
progress-never-sure-here = You have not said how sure you were. “Ask how sure” in the settings (s at home) asks before each reaction; it is never part of a score.
progress-said = Said { $stated }
progress-sure-means = { $said } is what you said, { $so } how many in a hundred were at least acceptable. The closer they stand, the better you knew.
progress-by-skill = By skill
progress-brier-short = Brier { $brier } over { $n }.

## Worth another look
progress-later = Perhaps later
progress-from-day = from { $day } on
progress-later-more = { $count ->
    [one] And one more after that.
   *[other] And { $count } more after that.
 }

## Settings
set-language = Language
set-language-means = The program's own words; conversations keep theirs.
set-language-only = { $language } is the only language so far.
language-en = English
