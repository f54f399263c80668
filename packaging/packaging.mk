# Packages, releases, images, and what is checked of an installation. Included by the Makefile; paths are those of the
# repository's root.

.PHONY: deb test-deb dist images installcheck
DEB = $(BUILD)/deb
DIST = pgfanout-$(EXTVERSION)

deb: ## builds packages for this Debian: the extension, fanoutd, and the library for workers
	@packaging/build-deb $(DEB) $(EXTVERSION)

test-deb: deb ## installs them in a fresh Debian 12, starts the service, upgrades and purges them
	@packaging/test-deb $(DEB)

$(BUILD)/META.json: packaging/META.json.in extension/pgfanout.control
	@mkdir -p $(@D)
	@sed 's/@VERSION@/$(EXTVERSION)/' $< >$@

dist: $(BUILD)/META.json ## makes the archive for PGXN of what is committed
	@git archive --format zip --prefix $(DIST)/ --add-file $< -o $(BUILD)/$(DIST).zip HEAD
	@echo $(BUILD)/$(DIST).zip

images: ## builds images of containers: a server with the extension, and the daemon
	@packaging/docker/build $(EXTVERSION)

installcheck: ## runs the SQL tests against the server that PGHOST and PGPORT say, where pgfanout is installed
	@tests/harness/installcheck $(T)
