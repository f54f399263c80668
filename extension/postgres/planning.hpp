// How the engine's own statements are planned: as if every table of theirs were large.
//
// Their plans are kept for as long as a backend lives, which is longer than a table stays as it is: the queue
// is empty most of the time, and then holds the rows of ten thousand runs. A plan made on an empty table
// looks at all of it, by whichever index, as long as nothing has it planned anew; one made for a large table
// uses an index that the conditions name, which is never wrong.
#pragma once

namespace fanout {

/// Called once, when the library is loaded.
void install_planning();

}  // namespace fanout
