# fanoutd and libfanoutworker. Included by the Makefile; paths are those of the repository's root.

WORKER_VERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" extension/pgfanout.control)
WORKER_PREFIX ?= /usr/local
WORKER_CPPFLAGS = -Iworker -Iworker/include -DFANOUT_VERSION='"$(WORKER_VERSION)"' $(WORKER_PKG_CFLAGS)
WORKER_CXXFLAGS = -std=c++20 -O2 -g $(WARNINGS) $(SANITIZER)
WORKER_PACKAGES = libpqxx libpq spdlog
WORKER_PKG_CFLAGS := $(shell pkg-config --cflags $(WORKER_PACKAGES) 2>/dev/null)
WORKER_LIBS := $(shell pkg-config --libs $(WORKER_PACKAGES) 2>/dev/null) -pthread

WORKER_LIBRARY = $(BUILD)/libfanoutworker.a
WORKER_OBJS = $(patsubst %.cpp,$(BUILD)/%.o,$(filter-out worker/fanoutd.cpp,$(sort $(wildcard worker/*.cpp))))
# What the unit tests link: all but the program itself.
WORKER_TEST_OBJS = $(WORKER_OBJS)

$(BUILD)/worker/%.o: worker/%.cpp $(BUILD)/deps.mk
	@mkdir -p $(@D)
	$(CXX) $(WORKER_CXXFLAGS) $(WORKER_CPPFLAGS) -MMD -MP -c -o $@ $<
-include $(WORKER_OBJS:.o=.d) $(BUILD)/worker/fanoutd.d

$(WORKER_LIBRARY): $(WORKER_OBJS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/fanoutd: $(BUILD)/worker/fanoutd.o $(WORKER_LIBRARY)
	$(CXX) $(SANITIZER) -o $@ $^ $(WORKER_LIBS)

.PHONY: worker worker-install
worker: $(BUILD)/fanoutd $(WORKER_LIBRARY)

worker-install: worker
	install -D -m 755 $(BUILD)/fanoutd $(DESTDIR)$(WORKER_PREFIX)/bin/fanoutd
	install -D -m 644 $(WORKER_LIBRARY) $(DESTDIR)$(WORKER_PREFIX)/lib/libfanoutworker.a
	install -D -m 644 worker/include/fanout/worker.hpp $(DESTDIR)$(WORKER_PREFIX)/include/fanout/worker.hpp
