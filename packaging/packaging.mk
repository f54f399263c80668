# Packages, releases, images, and what is checked of an installation. Included by the Makefile; paths are those of the
# repository's root.

.PHONY: deb test-deb test-deb-debian13 dist images installcheck
DEB = $(BUILD)/deb
DIST = pgfanout-$(EXTVERSION)

deb: ## builds packages for this Debian: the extension, fanoutd, and the library for workers
	@packaging/build-deb $(DEB) $(EXTVERSION)

test-deb: deb ## installs them in a fresh system of the same release, starts the service, upgrades and purges them
	@. /etc/os-release && packaging/test-deb $(DEB) $$VERSION_CODENAME

test-deb-debian13: ## the same with packages that are built on Debian 13, and a fresh Debian 13
	@tests/harness/on-debian trixie make deb
	@packaging/test-deb /var/tmp/pgfanout-trixie/usr/src/pgfanout/build/deb trixie

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
