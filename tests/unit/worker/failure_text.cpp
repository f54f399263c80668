#include "control/failure_text.hpp"

#include "catch.hpp"

using fanout::control::message_of;

TEST_CASE("people are told an error's message and its hint") {
    CHECK(
        message_of(
            "ERROR:  run x does not exist\nHINT:  Look.\nCONTEXT:  PL/pgSQL function f()\nSQL function g") ==
        "run x does not exist\nHINT:  Look.");
    CHECK(message_of("FEHLER:  so nicht\nDETAIL:  darum") == "so nicht\nDETAIL:  darum");
    CHECK(message_of("no label\nHINT:  Look.") == "no label\nHINT:  Look.");
}
