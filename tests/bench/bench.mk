# The benchmark's programs, below $(BUILD)/bench. tests/bench/run calls it, from the repository's root.

include $(BUILD)/deps.mk
include worker/worker.mk

BENCH = $(BUILD)/bench
BENCH_CFLAGS = -O2 -Wall -Wextra $(shell pkg-config --cflags libpq)
BENCH_LIBS = $(shell pkg-config --libs libpq) -pthread

$(BENCH)/noop_worker: tests/bench/noop_worker.cpp $(WORKER_LIBRARY)
	@mkdir -p $(@D)
	$(CXX) $(WORKER_CXXFLAGS) -Wall -Wextra $(WORKER_CPPFLAGS) -o $@ $^ $(WORKER_LIBS)

$(BENCH)/slow_service: tests/bench/slow_service.c
	@mkdir -p $(@D)
	$(CC) $(BENCH_CFLAGS) $(shell pkg-config --cflags libevent) -o $@ $< $(shell pkg-config --libs libevent)

$(BENCH)/%: tests/bench/%.c tests/bench/measure.h
	@mkdir -p $(@D)
	$(CC) $(BENCH_CFLAGS) -o $@ $< $(BENCH_LIBS)

# Whatever the included files name first.
.DEFAULT_GOAL := bench-programs
.PHONY: bench-programs
bench-programs: $(addprefix $(BENCH)/,noop_worker slow_service skip_locked_queue run_flow claim_cost waiters)
