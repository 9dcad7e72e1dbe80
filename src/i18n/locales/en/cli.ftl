### Words of the command line.

list-empty = There is nothing here to play. `bedside --library DIR list` shows a folder of scenarios.
list-broken = { $id } is broken and cannot be played. `bedside check { $path }` says what to mend.
list-facts = { $track }, level { $level }, { $minutes } minutes, as { $roles }; from { $pack };
show-objectives = What it is for
show-key = Who rated it
show-no-key = Nobody yet, so there is no score.
show-author = one author's opinion ({ $status })
show-panel = a panel of { $raters } raters
show-sources = Sources
check-clean = { $scenarios ->
    [one] 1 scenario
   *[other] { $scenarios } scenarios
} and { $keys ->
    [one] 1 key
   *[other] { $keys } keys
} checked: nothing to mend.
check-found = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $infos ->
    [one] 1 remark
   *[other] { $infos } remarks
} in { $scenarios ->
    [one] 1 scenario
   *[other] { $scenarios } scenarios
}. `bedside explain CODE` says more about one.
history-empty = Nothing played yet. `bedside list` shows what there is.
history-line = { $when }  { $scenario }: { $outcome } ({ $choices ->
    [one] 1 choice
   *[other] { $choices } choices
}, { $mode })
history-ended = { $ending }
history-left = left before the end
history-open = open
forget-nothing = There is nothing to forget: no journal has been kept here.
forget-ask-words = This deletes everything that the learner "{ $learner }" typed freely from { $path }, for good. Attempts stay. Type yes to delete:
forget-ask-attempt = This deletes one attempt and what was typed in it from { $path }, for good. Type yes to delete:
forget-ask-learner = This deletes everything of the learner "{ $learner }" from { $path }, own words and attempts, for good. Type yes to delete:
forget-ask-everyone = This deletes everything of everyone from { $path }, for good. Type yes to delete:
forget-kept = Nothing was deleted.
forget-done = Deleted: { $words ->
    [one] 1 text
   *[other] { $words } texts
} in own words, { $attempts ->
    [one] 1 attempt
   *[other] { $attempts } attempts
}.
forget-traces = Another window is reading the journal, so traces may stay in the log beside it. Close it and run `bedside forget` again.
score-flow-changed = The scenario's flow has changed since this was played, though every step still fits.
score-line-ended = Line { $number }, which ended: { $ending }
score-line-left = Line { $number }, which reached no ending
resumed-flow = The scenario has changed since (it was version { $before }, this is version { $now }); what you did still fits.
resumed-gone = { $address } (step { $step }) is no longer offered; { $before ->
    [0] begun again from the start
   *[other] resumed after step { $before }
}. What was said from there on stays in the journal.
resumed-ending = It ended otherwise then: { $ending }.
play-resume = To go on with it some time: bedside play --resume { $attempt }
home-line-title = bedside: conversations to practise
home-line-continue = Go on with { $scenario }, after { $steps ->
    [one] 1 decision
   *[other] { $steps } decisions
}
home-line-scenario = { $title }, { $minutes } minutes. { $summary }
home-line-ask = Which one, 1 to { $count }? q stops.

### Days as people say them.

day-today = today
day-yesterday = yesterday
month-name = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] June
    [7] July
    [8] Aug
    [9] Sept
    [10] Oct
    [11] Nov
   *[12] Dec
}
day-of-this-year = { $day } { $month }
day-of-a-year = { $day } { $month } { $year }
