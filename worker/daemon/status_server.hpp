// Serves a few pages over HTTP, each request on a thread of its own: GET and HEAD of exactly these paths. What else is asked
// for is somebody else's to answer.
#pragma once

#include "daemon/web_page.hpp"

#include <functional>
#include <map>
#include <string>

struct MHD_Daemon;

namespace fanout::worker_detail {

class status_server {
public:
    /// Makes a page when it is asked for; on any thread, and on several at once.
    using page_maker = std::function<page()>;
    using answerer = std::function<page(const request&)>;

    /// @param address  as is_listen_address() has it. Throws listen_error where it can't listen there.
    /// @param others   answers what is none of the pages; on any thread, and on several at once
    status_server(const std::string& address, std::map<std::string, page_maker> pages,
                  answerer others = no_such_page);
    status_server(const status_server&) = delete;
    status_server& operator=(const status_server&) = delete;
    /// Waits for what is being answered.
    ~status_server();

    /// The address with the port that it really has: port 0 is any that is free.
    const std::string& address() const { return address_; }

    /// What is answered to a request.
    page answer(const request& r) const;

    /// Answers that there is none.
    static page no_such_page(const request& r);

private:
    std::map<std::string, page_maker> pages_;
    answerer others_;
    std::string address_;
    MHD_Daemon* server_ = nullptr;
};

}  // namespace fanout::worker_detail
