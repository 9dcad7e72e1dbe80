### Words about a sitting that every front end uses.

drafted = drafted, not clinically reviewed
endings-seen = { $seen } of { $all } endings seen
education-only = Education only. This describes choices in this simulation; it is not evidence of competence.
author-key = The key is one author's opinion until a panel rates it.
