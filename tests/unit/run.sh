#!/usr/bin/env bash
# The unit tests, as TAP.
exec "${BUILD:-build}/unit_tests" --reporter tap_cases
