#include "server/outcome_arrays.hpp"

#include "catch.hpp"

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

using type = binary_array::element_type;

outcome done(int index) {
    return {7, index, "1", {}};
}

outcome failed(int index, bool final = false) {
    return {7, index, {}, "no", final};
}

}  // namespace

TEST_CASE("where nothing has failed there are no errors") {
    outcome_arrays a({done(0), done(1)});
    binary_array claim_ids(type::int8), indexes(type::int4), outputs(type::text);
    for (int i = 0; i < 2; ++i) {
        claim_ids.add_int8(7);
        indexes.add_int4(i);
        outputs.add_text("1");
    }
    CHECK(std::move(a.claim_ids).bytes() == std::move(claim_ids).bytes());
    CHECK(std::move(a.indexes).bytes() == std::move(indexes).bytes());
    CHECK(std::move(a.outputs).bytes() == std::move(outputs).bytes());
    CHECK(std::move(a.errors).bytes() == binary_array(type::text).bytes());
    CHECK(std::move(a.finals).bytes() == binary_array(type::boolean).bytes());
}

TEST_CASE("each outcome has an element in each array where one has failed") {
    outcome whole{8, outcome::whole_claim, {}, {}};
    whole.goes_back = true;
    outcome unwanted = failed(3);
    unwanted.goes_back = true;
    outcome_arrays a({done(0), failed(1, true), whole, unwanted});
    binary_array indexes(type::int4), outputs(type::text), errors(type::text), finals(type::boolean);
    indexes.add_int4(0);
    indexes.add_int4(1);
    indexes.add_null();
    indexes.add_int4(3);
    outputs.add_text("1");
    for (int i = 0; i < 3; ++i) outputs.add_null();
    errors.add_null();
    errors.add_text("no");
    errors.add_null();
    errors.add_null();
    for (const bool is_final : {false, true, false, false}) finals.add_boolean(is_final);
    CHECK(std::move(a.indexes).bytes() == std::move(indexes).bytes());
    CHECK(std::move(a.outputs).bytes() == std::move(outputs).bytes());
    CHECK(std::move(a.errors).bytes() == std::move(errors).bytes());
    CHECK(std::move(a.finals).bytes() == std::move(finals).bytes());
}

TEST_CASE("what only goes back is no error") {
    outcome unwanted = failed(0);
    unwanted.goes_back = true;
    CHECK_FALSE(outcome_arrays({done(1), unwanted}).any_failed);
}

TEST_CASE("times of retries are said where there are any") {
    CHECK(retry_times({done(0), failed(1)}) == no_retry_times);
    outcome later = failed(2);
    later.retry_after = 1500ms;
    CHECK(retry_times({done(0), later}) == "{NULL,1500 ms}");
}
