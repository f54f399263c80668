# The benchmark's charts, by gnuplot. Variables: data, the folder with what tests/bench/run has written; charts, where they
# go; items, how many.
set terminal svg size 860,400 noenhanced font "sans-serif,12" background "white"
set datafile separator "|"
set grid ytics linecolor "#dddddd"
set border 3
set tics nomirror
set format y "%.0f"

set output charts."/throughput.svg"
set title "Fan-out of ".items." items, tasks a second (median, lowest and highest)"
set style fill solid 0.9 noborder
set boxwidth 0.6
set yrange [0:*]
set xtics rotate by -20
set rmargin 12
plot data."/throughput" using (column(0)):2:3:4:(0.6):5:xtic(1) with boxerrorbars linecolor rgb variable notitle

set output charts."/sizes.svg"
set title "Fan-out with a C++ handler, microseconds a task (median, lowest and highest)"
set logscale x
set xtics norotate
set xrange [500:2000000]
set format x "%.0f"
set xlabel "items"
plot data."/sizes" using 1:2:3:4 with yerrorbars linecolor rgb "#336791" pointtype 7 notitle, \
     data."/sizes" using 1:2 with lines linecolor rgb "#336791" notitle

set output charts."/connections.svg"
set title "One fan-out of ".items." items completed by many connections, tasks a second"
set xrange [0.8:80]
set format x "%g"
set xtics (1, 2, 4, 8, 16, 64)
set xlabel "connections"
plot data."/connections" using 1:2 with linespoints linecolor rgb "#336791" pointtype 7 notitle
