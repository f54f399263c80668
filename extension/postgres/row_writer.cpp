#include "postgres/row_writer.hpp"

namespace fanout {

// With the columns that the caller expects, which are the function's: to look these up takes as long as a
// small statement.
row_writer::row_writer(const call& c) : result_(reinterpret_cast<ReturnSetInfo*>(c.fcinfo->resultinfo)) {
    FunctionCallInfo fcinfo = c.fcinfo;
    pg_call([&] { InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC); });
}

void row_writer::write(std::initializer_list<Datum> values, std::initializer_list<bool> nulls) {
    write(values.begin(), nulls.begin());
}

void row_writer::write(const Datum* values, const bool* nulls) {
    // PostgreSQL 15 declares them without const and leaves them alone.
    auto* plain_values = const_cast<Datum*>(values);
    auto* plain_nulls = const_cast<bool*>(nulls);
    pg_call([&] { tuplestore_putvalues(result_->setResult, result_->setDesc, plain_values, plain_nulls); });
}

}  // namespace fanout
