# A process handler whose service takes eight at a time, 10 ms each: a task needs one of eight locks for so long.
use Fcntl ':flock';

my ($folder) = @ARGV;
$| = 1;
while (<STDIN>) {
    my ($id) = /"id":("[^"]*")/;
    my ($index) = /"index":(\d+)/;
    open(my $lock, '>', "$folder/slot." . $index % 8) or die "$folder: $!";
    flock($lock, LOCK_EX);
    select(undef, undef, undef, 0.01);
    close($lock);
    print "{\"id\": $id, \"output\": $index}\n";
}
