# Packages, releases, and what is checked of an installation. Included by the Makefile; paths are those of the repository's root.

.PHONY: installcheck

installcheck: ## runs the SQL tests against the server that PGHOST and PGPORT say, where pgfanout is installed
	@tests/harness/installcheck $(T)
