SELECT fanout.maintain();
