### Words of the full-screen program.
