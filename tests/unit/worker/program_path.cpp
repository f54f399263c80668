#include "configuration/program_path.hpp"

#include "catch.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

using namespace fanout::worker_detail;

namespace {

handler_configuration running(const std::string& program) {
    exec_settings settings;
    settings.argv = {program};
    return {settings, {}, 0};
}

}  // namespace

TEST_CASE("a program is looked for as it will be started") {
    std::string folder = "/tmp/worker_program_path.XXXXXX";
    REQUIRE(mkdtemp(folder.data()));
    const std::string program = folder + "/a-program";
    CHECK(missing_program(running(program)) == program);
    std::ofstream(program) << "#!/bin/sh\n";
    CHECK(missing_program(running(program)) == program);
    chmod(program.c_str(), 0755);
    CHECK(missing_program(running(program)) == std::nullopt);
    CHECK(missing_program(running(folder)) == folder);

    const std::string path = std::getenv("PATH");
    CHECK(missing_program(running("a-program")) == "a-program");
    setenv("PATH", (path + ":" + folder).c_str(), 1);
    CHECK(missing_program(running("a-program")) == std::nullopt);
    setenv("PATH", path.c_str(), 1);
    CHECK(missing_program(running("sh")) == std::nullopt);
    unlink(program.c_str());
    rmdir(folder.c_str());
}
