#include "server/binary_array.hpp"

#include "catch.hpp"

#include <limits>

using fanout::worker_detail::binary_array;
using type = binary_array::element_type;
using namespace std::string_literals;

TEST_CASE("an empty array has no dimension") {
    CHECK(binary_array(type::int8).bytes() == "\0\0\0\0\0\0\0\0\0\0\0\x14"s);
}

TEST_CASE("arrays in PostgreSQL's binary format, in network byte order") {
    binary_array numbers(type::int8);
    numbers.add_int8(1);
    numbers.add_int8(std::numeric_limits<int64_t>::min());
    CHECK(std::move(numbers).bytes() == "\0\0\0\1\0\0\0\0\0\0\0\x14\0\0\0\2\0\0\0\1"
                                        "\0\0\0\x08\0\0\0\0\0\0\0\1"
                                        "\0\0\0\x08\x80\0\0\0\0\0\0\0"s);
    binary_array indexes(type::int4);
    indexes.add_int4(-2);
    CHECK(std::move(indexes).bytes() ==
          "\0\0\0\1\0\0\0\0\0\0\0\x17\0\0\0\1\0\0\0\1\0\0\0\4\xff\xff\xff\xfe"s);
    binary_array flags(type::boolean);
    flags.add_boolean(true);
    flags.add_boolean(false);
    CHECK(std::move(flags).bytes() == "\0\0\0\1\0\0\0\0\0\0\0\x10\0\0\0\2\0\0\0\1\0\0\0\1\1\0\0\0\1\0"s);
}

TEST_CASE("texts need no quotes, and nulls are said to be there") {
    binary_array texts(type::text);
    texts.add_text("");
    texts.add_null();
    texts.add_text("a \"b\\c\"\n");
    CHECK(std::move(texts).bytes() == "\0\0\0\1\0\0\0\1\0\0\0\x19\0\0\0\3\0\0\0\1"
                                      "\0\0\0\0"
                                      "\xff\xff\xff\xff"
                                      "\0\0\0\x08"
                                      "a \"b\\c\"\n"s);
}
