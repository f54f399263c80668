# fanoutd and libfanoutworker. Included by the Makefile; paths are those of the repository's root.

WORKER_VERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" extension/pgfanout.control)
WORKER_PREFIX ?= /usr/local
# Below the prefix; where a system has a folder for each architecture, that.
WORKER_LIBDIR ?= lib
WORKER_CPPFLAGS = -Iworker -Iworker/include -DFANOUT_VERSION='"$(WORKER_VERSION)"' $(WORKER_PKG_CFLAGS)
WORKER_CXXFLAGS = -std=c++20 -O2 -g $(DEBUG_INFO) $(WARNINGS) $(SANITIZER)
WORKER_PACKAGES = libpqxx libpq spdlog libcurl prometheus-cpp-core libmicrohttpd libsystemd
WORKER_PKG_CFLAGS := $(shell pkg-config --cflags $(WORKER_PACKAGES) 2>/dev/null)
WORKER_LIBS := $(shell pkg-config --libs $(WORKER_PACKAGES) 2>/dev/null) -pthread

WORKER_LIBRARY = $(BUILD)/libfanoutworker.a
WORKER_CMAKE_FILES = fanoutworkerConfig.cmake fanoutworkerConfigVersion.cmake
WORKER_PACKAGE_FILES = $(addprefix $(BUILD)/package/,fanoutworker.pc $(WORKER_CMAKE_FILES))
WORKER_SOURCES = $(sort $(wildcard worker/*/*.cpp worker/handlers/*/*.cpp))
# The status page's files are part of the program.
WORKER_PAGE_FILES = $(wildcard worker/page/*)
WORKER_OBJS = $(patsubst %.cpp,$(BUILD)/%.o,$(WORKER_SOURCES)) $(BUILD)/worker/page/files.o
# What the unit tests link: all but the program itself.
WORKER_TEST_OBJS = $(WORKER_OBJS)

$(BUILD)/worker/%.o: worker/%.cpp $(BUILD)/deps.mk
	@mkdir -p $(@D)
	$(if $(V),,@echo '  C++   $<')
	$(Q)$(CXX) $(WORKER_CXXFLAGS) $(WORKER_CPPFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/worker/base/version.o: extension/pgfanout.control
$(BUILD)/worker/page/files.o: $(WORKER_PAGE_FILES) $(BUILD)/deps.mk
	@mkdir -p $(@D)
	$(Q)$(CXX) -c -o $@ worker/page/files.S
-include $(WORKER_OBJS:.o=.d) $(BUILD)/worker/fanoutd.d

$(WORKER_LIBRARY): $(WORKER_OBJS)
	@rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/fanoutd: $(BUILD)/worker/fanoutd.o $(WORKER_LIBRARY)
	$(Q)$(CXX) $(SANITIZER) $(WORKER_LDFLAGS) -o $@ $^ $(WORKER_LIBS)

.PHONY: worker worker-install worker-uninstall
worker: $(BUILD)/fanoutd $(WORKER_LIBRARY) $(WORKER_PACKAGE_FILES)

# The package files find what is installed from where they lie themselves, so it can be installed anywhere.
WORKER_PREFIX_DIR = $(DESTDIR)$(WORKER_PREFIX)
WORKER_LIB_DIR = $(WORKER_PREFIX_DIR)/$(WORKER_LIBDIR)
WORKER_MAN_DIR = $(WORKER_PREFIX_DIR)/share/man
WORKER_MAN_PAGES = $(wildcard worker/man/*)
WORKER_HEADERS = $(wildcard worker/include/fanout/*.hpp)
to_prefix := $(shell echo $(WORKER_LIBDIR) | sed 's,[^/][^/]*,..,g')
fill_in = sed -e 's|@VERSION@|$(WORKER_VERSION)|; s|@LIBS@|$(strip $(WORKER_LIBS))|; s|@TO_PREFIX@|$(to_prefix)|' \
    -e 's|@CMAKE_LIBS@|$(subst $() ,;,$(strip $(WORKER_LIBS)))|' worker/package/$(@F).in >$@

$(BUILD)/package/%: worker/package/%.in worker/worker.mk extension/pgfanout.control
	@mkdir -p $(@D)
	$(fill_in)

# It writes nothing below $(BUILD): root installs what somebody else has built.
worker-install: worker
	install -D -m 755 $(INSTALL_STRIP_FLAG) $(BUILD)/fanoutd $(WORKER_PREFIX_DIR)/bin/fanoutd
	ln -sf fanoutd $(WORKER_PREFIX_DIR)/bin/fanoutctl
	install -d $(WORKER_PREFIX_DIR)/include/fanout $(WORKER_LIB_DIR)/pkgconfig $(WORKER_LIB_DIR)/cmake/fanoutworker
	install -m 644 $(WORKER_HEADERS) $(WORKER_PREFIX_DIR)/include/fanout
	install -m 644 $(WORKER_LIBRARY) $(WORKER_LIB_DIR)/libfanoutworker.a
	strip --strip-debug $(WORKER_LIB_DIR)/libfanoutworker.a
	install -m 644 $(BUILD)/package/fanoutworker.pc $(WORKER_LIB_DIR)/pkgconfig
	install -m 644 $(addprefix $(BUILD)/package/,$(WORKER_CMAKE_FILES)) $(WORKER_LIB_DIR)/cmake/fanoutworker
	for page in $(WORKER_MAN_PAGES); do \
	    install -D -m 644 "$$page" "$(WORKER_MAN_DIR)/man$${page##*.}/$${page##*/}" || exit; done
	sed 's,/usr/local/bin/,$(WORKER_PREFIX)/bin/,' worker/fanoutd.service | \
	    install -D -m 644 /dev/stdin $(WORKER_PREFIX_DIR)/lib/systemd/system/fanoutd.service

# The folders are removed where they are the worker's own.
worker-uninstall:
	rm -f $(addprefix $(WORKER_PREFIX_DIR)/,bin/fanoutd bin/fanoutctl lib/systemd/system/fanoutd.service) \
	    $(addprefix $(WORKER_LIB_DIR)/,libfanoutworker.a pkgconfig/fanoutworker.pc)
	for page in $(WORKER_MAN_PAGES); do rm -f "$(WORKER_MAN_DIR)/man$${page##*.}/$${page##*/}"; done
	rm -rf $(WORKER_PREFIX_DIR)/include/fanout $(WORKER_LIB_DIR)/cmake/fanoutworker
