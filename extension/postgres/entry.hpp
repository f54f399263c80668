// SQL-callable functions: `FANOUT_FUNCTION(name)` defines one, with a body that may throw.
#pragma once

#include "postgres/guard.hpp"

#include <string>
#include <vector>

namespace fanout {

/// What a function body knows of its call.
struct call {
    FunctionCallInfo fcinfo;
    MemoryContext context;  ///< results are allocated here; outlives SPI
    Oid caller;             ///< the role that called, before the engine's own identity was taken

    bool is_null(int argument) const { return fcinfo->args[argument].isnull; }
    Datum datum(int argument) const { return fcinfo->args[argument].value; }
    int64_t int8(int argument) const { return DatumGetInt64(datum(argument)); }
    int32_t int4(int argument) const { return DatumGetInt32(datum(argument)); }
    bool boolean(int argument) const { return DatumGetBool(datum(argument)); }
    /// Throws invalid_argument where one of these is null; positions with names, and who wants them.
    void require(std::initializer_list<std::pair<int, const char*>> arguments,
                 const std::string& where) const;
    std::string text(int argument) const;
    std::optional<std::string> optional_text(int argument) const;
    Datum null_result() const {
        fcinfo->isnull = true;
        return 0;
    }
    Datum text_result(std::string_view value) const;
    Datum uuid_result(const pg_uuid_t& value) const;
    /// Of a varlena, which may be stored apart.
    Datum copied_result(Datum value) const;
};

/// The arguments of a call by the names that the function's parameters have: for functions of so many that their
/// positions would be mixed up.
class named_arguments {
public:
    explicit named_arguments(const call& of);

    /// An internal error where there is no such parameter.
    int position(const char* name) const;

    bool is_null(const char* name) const { return call_.is_null(position(name)); }
    Datum datum(const char* name) const { return call_.datum(position(name)); }
    int32_t int4(const char* name) const { return call_.int4(position(name)); }
    std::string text(const char* name) const { return call_.text(position(name)); }
    std::optional<std::string> optional_text(const char* name) const {
        return call_.optional_text(position(name));
    }
    Oid caller() const { return call_.caller; }
    /// Throws invalid_argument where one of these is null.
    void require(std::initializer_list<const char*> names, const std::string& where) const;

private:
    const call& call_;
    std::vector<std::string> names_;
};

using function_body = Datum (*)(call&);

/// Runs a function body as the extension's owner, with the engine's settings and SPI connected.
Datum enter(FunctionCallInfo fcinfo, function_body body);

/// Runs a function body with nothing set up: for procedures that commit.
Datum enter_bare(FunctionCallInfo fcinfo, function_body body);

}  // namespace fanout

#define FANOUT_ENTRY(name, entry)                                                                            \
    static Datum name##_body(fanout::call& call);                                                            \
    extern "C" {                                                                                             \
    PG_FUNCTION_INFO_V1(name);                                                                               \
    PGDLLEXPORT Datum name(PG_FUNCTION_ARGS) {                                                               \
        return entry(fcinfo, name##_body);                                                                   \
    }                                                                                                        \
    }                                                                                                        \
    static Datum name##_body([[maybe_unused]] fanout::call& call)

#define FANOUT_FUNCTION(name) FANOUT_ENTRY(name, fanout::enter)
#define FANOUT_PROCEDURE(name) FANOUT_ENTRY(name, fanout::enter_bare)
