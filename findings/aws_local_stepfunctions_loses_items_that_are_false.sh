#!/usr/bin/env bash
# aws-local-stepfunctions 3.0.0: `$`, the whole input of a state, "does not point to a value" where that is 0, an empty string, false or null; so a
# Map, which is given each item as its input, fails with the first such item. The same values are found where they are a field's. The States
# Language has no such rule: any JSON text is an input.
. "$(dirname "${BASH_SOURCE[0]}")/setup.bash"
packages aws-local-stepfunctions@3.0.0
says '[3,2,1]: [{"n":3},{"n":2},{"n":1}]
[2,1,0]: Path expression '"'\$'"' does not point to a value
["a",""]: Path expression '"'\$'"' does not point to a value
[true,false]: Path expression '"'\$'"' does not point to a value
[null]: Path expression '"'\$'"' does not point to a value
the same as fields: [{"n":0},{"n":""},{"n":false},{"n":null}]' <<'JS'
import { StateMachine } from 'aws-local-stepfunctions';
const map = (path) => ({
    StartAt: 'each',
    States: {
        each: {
            Type: 'Map',
            End: true,
            ItemProcessor: { StartAt: 'one', States: { one: { Type: 'Pass', Parameters: { 'n.$': path }, End: true } } },
        },
    },
});
async function outputOf(items, path) {
    try {
        return JSON.stringify(await new StateMachine(map(path)).run(items).result);
    } catch (error) {
        return error.message.replace(/^.*: /, '');
    }
}
for (const items of [[3, 2, 1], [2, 1, 0], ['a', ''], [true, false], [null]]) console.log(`${JSON.stringify(items)}: ${await outputOf(items, '$')}`);
const fields = [0, '', false, null].map((v) => ({ v }));
console.log(`the same as fields: ${await outputOf(fields, '$.v')}`);
JS
