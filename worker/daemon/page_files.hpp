// The status page's files (worker/page), which are part of the program.
#pragma once

#include <string_view>

namespace fanout::worker_detail::page_files {

std::string_view index_html();
std::string_view page_css();
std::string_view page_js();
std::string_view icon_svg();

}  // namespace fanout::worker_detail::page_files
