# pgfanout. `make help` lists what this can do. Everything built lies below build/. `make V=1` shows the commands.

BUILD ?= build
# As the caller says them. Below PG_CONFIG is the one that was found, and NAME a variable of PGXS.
ASKED_PG_CONFIG := $(PG_CONFIG)
EXAMPLE := $(NAME)
Q := $(if $(V),,@)
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif

# What is missing is installed before anything else is looked at: make starts again when $(BUILD)/deps.mk has changed.
# WITHOUT_DEPS=1 is for who builds a package: nothing is looked for, and PG_CONFIG is the one that is named.
ifneq ($(filter-out help clean demo-stop test-debian13 test-debian14,$(or $(MAKECMDGOALS),all)),)
ifdef WITHOUT_DEPS
FOUND_PG_CONFIG := $(or $(PG_CONFIG),pg_config)
SERVER_HEADERS := $(shell $(FOUND_PG_CONFIG) --includedir-server)
else
include $(BUILD)/deps.mk
endif
endif
ifdef WITHOUT_DEPS
$(BUILD)/deps.mk:
	@mkdir -p $(@D) && touch $@
else
$(BUILD)/deps.mk: FORCE
	@PG_CONFIG='$(ASKED_PG_CONFIG)' tests/harness/deps $@ $(MAKECMDGOALS)
endif
FORCE:
.PHONY: FORCE all deps install uninstall stage stage-worker demo demo-stop psql example test test-debian13 test-debian14 chaos compat model bench scale days asan lint check-format format help clean clean-build

ifdef FOUND_PG_CONFIG
override PG_CONFIG := $(FOUND_PG_CONFIG)
export PG_CONFIG BUILD
PGXS := $(shell $(PG_CONFIG) --pgxs)

# -- the extension ----------------------------------------------------------------------------------------------------

EXTENSION = extension/pgfanout sql/front/fanout_front
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" extension/pgfanout.control)
MODULE_big = $(BUILD)/pgfanout
override NAME := $(MODULE_big)
EXTENSION_SOURCES = $(sort $(wildcard extension/*/*.cpp))
OBJS = $(patsubst %.cpp,$(BUILD)/%.o,$(EXTENSION_SOURCES))
EXTENSION_SCRIPT = $(BUILD)/pgfanout--$(EXTVERSION).sql
UPDATE_SCRIPTS = $(addprefix $(BUILD)/pgfanout--,$(addsuffix .sql,$(notdir $(wildcard sql/upgrade/*))))
DATA_built = $(EXTENSION_SCRIPT) $(UPDATE_SCRIPTS) $(BUILD)/fanout_front--$(EXTVERSION).sql
WARNINGS = -Wall -Wextra
# For example `make SANITIZE=address BUILD=build/asan`.
SANITIZER = $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer)
# -isystem: what is in PostgreSQL's headers isn't ours to warn about.
PG_CPPFLAGS := -Iextension -isystem $(SERVER_HEADERS)
# Where optimised code keeps its variables takes a third of the time to compile, and only a debugger asks.
DEBUG_INFO = -fno-var-tracking
PG_CXXFLAGS = -std=c++20 -Wno-register $(WARNINGS) $(DEBUG_INFO) $(SANITIZER)
SHLIB_LINK = -lstdc++ $(SANITIZER)
override with_llvm = no
# PGXS has one for pg_regress; ours is in packaging/packaging.mk.
NO_INSTALLCHECK = 1
# Nine tenths of a library or a program are what only a debugger asks: `make install INSTALL_STRIP_FLAG=` keeps it.
INSTALL_STRIP_FLAG = -s

include $(PGXS)
include worker/worker.mk
include packaging/packaging.mk

$(BUILD)/extension/%.o: extension/%.cpp $(BUILD)/deps.mk
	@mkdir -p $(@D)
	$(if $(V),,@echo '  C++   $<')
	$(Q)$(CXX) $(CXXFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<
-include $(OBJS:.o=.d)
$(BUILD)/extension/postgres/served_schema.o: CPPFLAGS += -DFANOUT_VERSION='"$(EXTVERSION)"'
$(BUILD)/extension/postgres/served_schema.o: extension/pgfanout.control

$(EXTENSION_SCRIPT): sql/order.txt $(wildcard sql/*.sql)
	@mkdir -p $(@D)
	$(Q)sed 's,^,sql/,' sql/order.txt | xargs cat >$@
# In SQL alone, and its version is the other's.
$(BUILD)/fanout_front--$(EXTVERSION).sql: sql/front/order.txt $(wildcard sql/front/*.sql)
	@mkdir -p $(@D)
	$(Q)sed 's,^,sql/front/,' sql/front/order.txt | xargs cat >$@

# What a version was installed with. Those that were released are kept.
script_of = $(if $(filter $(EXTVERSION),$1),$(BUILD),tests/upgrade)/pgfanout--$1.sql

# This one makes the new schema as CREATE EXTENSION does.
$(BUILD)/pgfanout--0.1.0--0.2.0.sql: sql/upgrade/0.1.0--0.2.0/set_aside.sql $(call script_of,0.2.0) sql/upgrade/0.1.0--0.2.0/take_over.sql
	$(Q)cat $^ >$@

# PGXS makes it in build/, and is to install it without that.
install-lib-shared uninstall-lib: shlib = pgfanout$(DLSUFFIX)
$(if $(V),,.SILENT: $(BUILD)/pgfanout$(DLSUFFIX))

ifndef WITHOUT_WORKER
all: worker ## builds the extension and the daemon (default)
install: worker-install ## installs both, below DESTDIR if that is set
uninstall: worker-uninstall ## removes what was installed
endif
# What root builds, as with `sudo make install`, is for whoever has the sources to build on and to clean up. A demo's
# server may go on below build/, and its files come and go.
all:
	@if [ "$$(id -u)" = 0 ] && [ ! -O Makefile ]; then chown -Rf --from=0 --reference=Makefile $(BUILD) || :; fi

# -- private clusters, for the demo, the tests and the benchmark --------------------------------------------------------

STAGE = $(BUILD)/stage
export PGFANOUT_STAGE = $(abspath $(STAGE))
export FANOUTD = $(abspath $(BUILD)/fanoutd)
STAGED = $(STAGE)/.installed

# The tests begin with versions that were released, too.
KEPT_SCRIPTS = $(filter-out %/$(notdir $(EXTENSION_SCRIPT)),$(wildcard tests/upgrade/pgfanout--*.sql))

$(STAGED): $(BUILD)/pgfanout$(DLSUFFIX) $(DATA_built) $(addsuffix .control,$(EXTENSION)) $(KEPT_SCRIPTS)
	@$(MAKE) --no-print-directory install WITHOUT_WORKER=1 INSTALL_STRIP_FLAG= DESTDIR=$(abspath $(STAGE)) >$(BUILD)/stage.log 2>&1 || \
	    { cat $(BUILD)/stage.log; exit 1; }
	@install -m 644 $(KEPT_SCRIPTS) $(STAGE)$$($(PG_CONFIG) --sharedir)/extension
	@touch $@

stage: $(STAGED)

# What programs and plugins outside of this repository see of libfanoutworker.
INSTALLED = $(BUILD)/installed
export PGFANOUT_INSTALLED = $(abspath $(INSTALLED))$(WORKER_PREFIX)

$(INSTALLED)/.installed: $(BUILD)/fanoutd $(WORKER_LIBRARY) $(WORKER_HEADERS) $(wildcard worker/package/*) $(WORKER_MAN_PAGES) worker/fanoutd.service worker/worker.mk
	@$(MAKE) --no-print-directory worker-install DESTDIR=$(abspath $(INSTALLED)) >$(BUILD)/installed.log 2>&1 || \
	    { cat $(BUILD)/installed.log; exit 1; }
	@touch $@

stage-worker: $(INSTALLED)/.installed

demo: stage worker ## runs a fan-out over real files in a private cluster
	@examples/demo run

psql: stage worker ## opens psql in the demo's database
	@examples/demo psql

example: stage stage-worker ## runs one example: make example NAME=number_flow
	@examples/demo example $(EXAMPLE)

bench: stage worker ## measures, beside other queues and plain SQL
	@tests/bench/run

scale: stage worker ## how far it goes: failovers, many connections, several servers, millions of tasks (about half an hour)
	@tests/scale/run

days: stage ## lets 120 days go by, of 1,000 runs each, and looks whether what is stored still grows (some minutes)
	@tests/bench/days

# -- checks -------------------------------------------------------------------------------------------------------------

# The unit tests, and the extension's sources that need no PostgreSQL.
UNIT_SOURCES = $(wildcard tests/unit/*.cpp tests/unit/*/*.cpp) extension/plain/index_set.cpp
UNIT_OBJS = $(patsubst %.cpp,$(BUILD)/unit/%.o,$(UNIT_SOURCES))
UNIT_FLAGS = -std=c++20 -g -O1 $(DEBUG_INFO) $(WARNINGS) $(SANITIZER) -Itests/unit -Iextension $(WORKER_CPPFLAGS)
# Catch2's version 2 has headers alone. Asked when it is linked: it may be installed by this very make, which then goes on without
# starting again where the server is the one that it was.
UNIT_LIBS = $(shell pkg-config --libs catch2 2>/dev/null)

$(BUILD)/unit/%.o: %.cpp $(BUILD)/deps.mk
	@mkdir -p $(@D)
	$(if $(V),,@echo '  C++   $<')
	$(Q)$(CXX) $(UNIT_FLAGS) -MMD -MP -c -o $@ $<
-include $(UNIT_OBJS:.o=.d)

$(BUILD)/unit_tests: $(UNIT_OBJS) $(WORKER_TEST_OBJS)
	$(Q)$(CXX) $(SANITIZER) -o $@ $^ $(UNIT_LIBS) $(WORKER_LIBS)

# The model test: random flows, and what they must come to.
MODEL_OBJS = $(patsubst %.cpp,$(BUILD)/%.o,$(wildcard tests/model/*.cpp))
FLOWS ?= 1000

$(BUILD)/tests/model/%.o: tests/model/%.cpp $(BUILD)/deps.mk
	@mkdir -p $(@D)
	$(if $(V),,@echo '  C++   $<')
	$(Q)$(CXX) $(WORKER_CXXFLAGS) $(WORKER_CPPFLAGS) -MMD -MP -c -o $@ $<
-include $(MODEL_OBJS:.o=.d)

$(BUILD)/model_test: $(MODEL_OBJS)
	$(Q)$(CXX) $(SANITIZER) -o $@ $^ $(WORKER_LIBS) -lcrypto

chaos: stage stage-worker ## lets servers forget under living daemons, again and again (about half an hour)
	@CHAOS=1 tests/harness/run-tests $(or $(T),$(wildcard tests/chaos/*.sh))

compat: stage stage-worker ## tests beside the tools that people run: make compat T=tests/compat/pg_repack.sh
	@tests/harness/run-tests $(or $(T),$(wildcard tests/compat/*.sh))

model: stage $(BUILD)/model_test ## runs random flows against a model of the engine: make model FLOWS=1000 SEED=1
	@MODEL_FLOWS=$(FLOWS) MODEL_SEED=$(SEED) tests/harness/run-tests tests/model/run.sh

test: stage stage-worker $(BUILD)/unit_tests $(BUILD)/model_test ## runs all tests, or the ones named: make test T=tests/sql/retry.sql
	@tests/harness/run-tests $(T)

CXX_FILES = $(sort $(shell find extension worker tests examples -name '*.[ch]pp'))
TIDY = 2>$(BUILD)/clang-tidy.log xargs -P $(shell nproc) -I {} clang-tidy --quiet {} --

asan: ## raises an error from every entry point, in a server built with AddressSanitizer (minutes at first)
	+$(Q)tests/asan/run

check-format:
	$(Q)clang-format --dry-run -Werror $(CXX_FILES)

lint: check-format ## checks order and formatting, compiles with -Werror, runs clang-tidy
	$(Q)tests/layers
	$(MAKE) --no-print-directory BUILD=$(BUILD)/lint WARNINGS='-Wall -Wextra -Werror' all $(BUILD)/lint/unit_tests
	$(Q)printf '%s\n' $(EXTENSION_SOURCES) | $(TIDY) $(CPPFLAGS) -DFANOUT_VERSION='"$(EXTVERSION)"' -std=c++20 -Wno-register
	$(Q)printf '%s\n' $(WORKER_SOURCES) | $(TIDY) $(WORKER_CPPFLAGS) -std=c++20

format: ## formats the C++ sources in place
	clang-format -i $(CXX_FILES)
endif

# -- whatever is installed ----------------------------------------------------------------------------------------------

test-debian13: ## runs the tests on Debian 13 with its PostgreSQL 17, in a chroot below /var/tmp, as root
	@tests/harness/on-debian trixie env T='$(T)' .ci/run

test-debian14: ## the same on what is to be Debian 14, with PostgreSQL 18
	@tests/harness/on-debian forky env T='$(T)' .ci/run

deps: ## installs what is missing from Debian; everything else does so first
	@:

demo-stop: ## stops the demo's cluster and daemon
	@examples/demo stop

clean: clean-build ## stops what runs below build/ and removes it
clean-build: demo-stop
	@for c in $(BUILD)/*/cluster.conf; do if [ -e "$$c" ]; then tests/harness/cluster destroy "$${c%/*}"; fi; done
	@rm -rf $(BUILD) examples/cpp_worker/worker examples/cpp_plugin/factorize.so

help: ## lists this
	@sed -n 's/^\([a-z0-9-]*\):[^#]*## \(.*\)/\1|\2/p' Makefile packaging/packaging.mk | while IFS='|' read -r name text; do \
	    printf '  make %-14s %s\n' "$$name" "$$text"; done
