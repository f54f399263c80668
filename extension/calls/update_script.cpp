// What the scripts of updates (sql/upgrade) need that SQL doesn't have. They make these functions and drop them again.
#include "postgres/entry.hpp"
#include "postgres/utility_api.hpp"

#include <dlfcn.h>
#include <sys/stat.h>
#include <utility>

namespace fanout {
namespace {

/// While it lives, statements are nobody's script's.
class outside_of_script {
public:
    outside_of_script() : inside_(std::exchange(creating_extension, false)) {}
    outside_of_script(const outside_of_script&) = delete;
    outside_of_script& operator=(const outside_of_script&) = delete;
    ~outside_of_script() { creating_extension = inside_; }

private:
    bool inside_;
};

}  // namespace
}  // namespace fanout

using namespace fanout;

/// library_installed_at() returns timestamptz: a session that was begun before may have loaded what was there then
FANOUT_PROCEDURE(fanout_library_installed_at) {
    Dl_info self;
    struct stat file {};
    const bool is_found = dladdr(reinterpret_cast<void*>(&fanout_library_installed_at), &self) != 0 &&
                          stat(self.dli_fname, &file) == 0;
    if (!is_found) pg_call([] { elog(ERROR, "the library's file can't be found"); });
    // When the name came to stand for this file. The second in which it did so counts as before.
    return TimestampTzGetDatum(time_t_to_timestamptz(file.st_ctime + 1));
}

/// as_administrator(statement text) returns void: a GRANT is no part of what the extension has given from the start
FANOUT_PROCEDURE(fanout_as_administrator) {
    const std::string statement = call.text(0);
    const outside_of_script administrator;
    pg_call([&] {
        if (!superuser()) elog(ERROR, "only a superuser's script may say this");
        if (SPI_connect() != SPI_OK_CONNECT) elog(ERROR, "SPI_connect failed");
        if (SPI_execute(statement.c_str(), false, 0) < 0)
            elog(ERROR, "SPI_execute failed: %s", statement.c_str());
        SPI_finish();
    });
    return 0;
}
