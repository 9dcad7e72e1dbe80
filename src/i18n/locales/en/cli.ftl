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
