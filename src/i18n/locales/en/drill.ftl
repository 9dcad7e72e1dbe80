### Words of the drill screen.

## Keys
do-drill = drill
do-another-drill = another drill

## The screen
drill-title = Drill
drill-title-of = Drill: { $skill }
drill-at = decision { $number } of { $count }
drill-at-short = { $number } of { $count }
drill-waiting = Choosing a few decisions for you. This takes a moment.
drill-good-here = Also good here
drill-next = The next decision
drill-look-back = To the end
drill-stopped = You stopped. { $done } of { $count } answered, and kept.

## Nothing to drill
drill-nothing = There is nothing to drill here.
drill-nothing-tests = No conversation here tests this: { $skill }. What can be drilled: { $others }.
drill-nothing-keyed = No conversation here has ratings yet, and a drill needs them. The conversations themselves can be played from home.
drill-no-way = No way was found to any decision that tests this. The author can see why with bedside check.

## The end
drill-practised = What you practised
drill-skill = { $skill }{ $times ->
    [one] { "" }
   *[other] , { $times } times
 }
drill-from = Where the decisions came from
drill-what-next = What might come next
drill-review = These decisions and their ratings: { $review }.
