#include "base/log_writer.hpp"
#include "base/descriptor.hpp"

#include "catch.hpp"

#include <signal.h>
#include <unistd.h>

using namespace fanout::worker_detail;
using namespace std::chrono_literals;

namespace {

constexpr size_t most_bytes = 100000;
constexpr auto patience = 60s;

std::string notice(size_t dropped) {
    return "dropped " + std::to_string(dropped) + "\n";
}

std::string read_line(const descriptor& from) {
    std::string line;
    for (char c = 0; c != '\n' && read(from.get(), &c, 1) == 1;) line += c;
    return line;
}

}  // namespace

TEST_CASE("lines are written in their order") {
    pipe_ends pipe = make_pipe();
    log_writer writer(pipe.write.get(), most_bytes, notice);
    writer.write("one\n");
    writer.write("two\n");
    CHECK(read_line(pipe.read) == "one\n");
    CHECK(read_line(pipe.read) == "two\n");
    CHECK(writer.flush(patience));
}

TEST_CASE("who writes doesn't wait for a reader that stands still, who later hears what was dropped") {
    pipe_ends pipe = make_pipe();
    log_writer writer(pipe.write.get(), most_bytes, notice);
    const std::string line = std::string(999, 'x') + "\n";
    constexpr size_t lines = 1000;
    for (size_t i = 0; i < lines; ++i) writer.write(line);
    CHECK_FALSE(writer.flush(1ms));
    size_t read = 0, dropped = 0;
    while (read + dropped < lines) {
        const std::string next = read_line(pipe.read);
        if (next == line) {
            ++read;
        } else {
            REQUIRE(next.starts_with("dropped "));
            dropped += std::stoul(next.substr(8));
        }
    }
    CHECK(read + dropped == lines);
    CHECK(dropped > 0);
    CHECK(writer.flush(patience));
}

TEST_CASE("a reader that has ended holds up nobody") {
    signal(SIGPIPE, SIG_IGN);
    pipe_ends pipe = make_pipe();
    log_writer writer(pipe.write.get(), most_bytes, notice);
    pipe.read.close();
    writer.write("nobody reads this\n");
    CHECK(writer.flush(patience));
}

TEST_CASE("a reader that stands still doesn't hold up the end") {
    // Its thread goes on with the pipe.
    static const pipe_ends& pipe = *new pipe_ends(make_pipe());
    {
        log_writer writer(pipe.write.get(), most_bytes, notice);
        writer.write(std::string(most_bytes - 1, 'x') + "\n");
        CHECK_FALSE(writer.flush(1ms));
    }
    SUCCEED("the writer is gone");
}
