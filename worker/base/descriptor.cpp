#include "base/descriptor.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace fanout::worker_detail {

void descriptor::close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
}

pipe_ends make_pipe() {
    std::array<int, 2> fds;
    if (pipe2(fds.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    return {descriptor(fds[0]), descriptor(fds[1])};
}

void make_nonblocking(const descriptor& d) {
    fcntl(d.get(), F_SETFL, O_NONBLOCK);
}

std::optional<size_t> write_some(const descriptor& to, std::string_view text) {
    const ssize_t written = write(to.get(), text.data(), text.size());
    if (written >= 0) return static_cast<size_t>(written);
    if (errno == EAGAIN || errno == EINTR) return 0;
    return std::nullopt;
}

bool read_some(descriptor& from, std::string& into) {
    std::array<char, 65536> buffer;
    const ssize_t got = read(from.get(), buffer.data(), buffer.size());
    if (got > 0) {
        into.append(buffer.data(), static_cast<size_t>(got));
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
        from.close();
    }
    return got > 0;
}

}  // namespace fanout::worker_detail
