#include "control/run_id.hpp"

#include "catch.hpp"

using namespace fanout::control;

TEST_CASE("a whole id is a range of one") {
    const id_range one{"0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef"};
    CHECK(ids_beginning_with("01234567-89ab-cdef-0123-456789abcdef") == one);
    CHECK(ids_beginning_with("0123456789abcdef0123456789abcdef") == one);
}

TEST_CASE("the beginning of an id is the range of those that begin so") {
    CHECK(ids_beginning_with("01234567-8") ==
          id_range{"01234567800000000000000000000000", "012345678fffffffffffffffffffffff"});
    CHECK(ids_beginning_with("ABCD") ==
          id_range{"ABCD0000000000000000000000000000", "ABCDffffffffffffffffffffffffffff"});
}

TEST_CASE("what no id begins with is none") {
    for (const char* text :
         {"", "abc", "numbers", "abcd%", "0123456789abcdef0123456789abcdef0", "----", "abcd 1234"}) {
        CAPTURE(text);
        CHECK_FALSE(ids_beginning_with(text));
    }
}
