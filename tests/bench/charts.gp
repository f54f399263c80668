# The benchmark's charts, by gnuplot. Variables: data, the folder with what tests/bench/run has written; charts, where they
# go; items, how many.
set terminal svg size 860,400 noenhanced font "sans-serif,12" background "white"
set datafile separator "|"
set grid ytics linecolor "#dddddd"
set border 3
set tics nomirror
set format y "%.0f"

# 1234567 as 1,234,567.
grouped(n) = n < 1000 ? sprintf("%d", n) : n < 1000000 ? sprintf("%d,%03d", n / 1000, int(n) % 1000) \
    : sprintf("%d,%03d,%03d", n / 1000000, int(n) / 1000 % 1000, int(n) % 1000)

set output charts."/throughput.svg"
set title "Fan-out of ".items." items, tasks a second (median, lowest and highest)"
set style fill solid 0.9 noborder
set grid noytics xtics linecolor "#dddddd"
set yrange [*:*] reverse
set xrange [0:*]
stats data."/throughput" using 4 name "highest" nooutput
step = highest_max > 1000000 ? 200000 : highest_max > 400000 ? 100000 : 50000
set xtics ("0" 0)
set for [i = 1:int(highest_max / step) + 1] xtics add (grouped(i * step) i * step)
plot data."/throughput" using (column(2) / 2.0):0:(0):2:(column(0) - 0.3):(column(0) + 0.3):5:ytic(1) with boxxyerror linecolor rgb variable notitle, \
     data."/throughput" using 2:0:3:4 with xerrorbars linecolor rgb "#222222" pointtype 0 notitle

set output charts."/sizes.svg"
set title "Fan-out with a C++ handler, microseconds a task (median, lowest and highest)"
set grid noxtics ytics linecolor "#dddddd"
set yrange [0:*] noreverse
set ytics auto
set logscale x
set xrange [500:2000000]
set xtics ("1,000" 1000, "10,000" 10000, "100,000" 100000, "1,000,000" 1000000)
set xlabel "items"
plot data."/sizes" using 1:2:3:4 with yerrorbars linecolor rgb "#336791" pointtype 7 notitle, \
     data."/sizes" using 1:2 with lines linecolor rgb "#336791" notitle

set output charts."/connections.svg"
set title "One fan-out of ".items." items completed by many connections, tasks a second"
set xrange [0.8:80]
stats data."/connections" using 2 name "fastest" nooutput
step = fastest_max > 400000 ? 100000 : fastest_max > 100000 ? 50000 : 20000
set ytics ("0" 0)
set for [i = 1:int(fastest_max / step) + 1] ytics add (grouped(i * step) i * step)
set xtics (1, 2, 4, 8, 16, 64)
set xlabel "connections"
plot data."/connections" using 1:2 with linespoints linecolor rgb "#336791" pointtype 7 notitle
