// Runs one execution of a state machine in an independent interpreter of the Amazon States Language. Speaks JSON lines: reads
// {definition, input}, then {id, payload} or {id, error, cause} for each invocation; writes {invoke, functionName, payload}, and at
// the end {status, output} or {status, error, cause}.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

// Node 22 has it and the interpreter needs it; Node 20 has it not.
Promise.withResolvers ??= () => {
  let resolve;
  let reject;
  const promise = new Promise((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
};
// The interpreter races a task with its timeout and looks at one promise only.
process.on('unhandledRejection', () => {});

const { StateMachine } = createRequire(`${process.argv[2]}/`)('aws-local-stepfunctions');
const invocations = new Map();
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

const invoke = (task) =>
  new Promise((resolve, reject) => {
    const id = invocations.size;
    invocations.set(id, { resolve, reject });
    say({ invoke: id, functionName: task.FunctionName, payload: task.Payload });
  });

const answered = ({ id, payload, error, cause }) => {
  const { resolve, reject } = invocations.get(id);
  if (error === undefined) {
    resolve({ StatusCode: 200, ExecutedVersion: '$LATEST', Payload: payload });
  } else {
    reject(Object.assign(new Error(cause), { name: error }));
  }
};

const run = async ({ definition, input }) => {
  const tasks = Object.entries(definition.States).filter(([, state]) => state.Type === 'Task');
  const execution = new StateMachine(definition, {}).run(input, {
    overrides: { taskResourceLocalHandlers: Object.fromEntries(tasks.map(([name]) => [name, invoke])) },
  });
  try {
    say({ status: 'SUCCEEDED', output: await execution.result });
  } catch ({ cause }) {
    say({ status: 'FAILED', error: cause?.name ?? 'States.Runtime', cause: cause?.message ?? '' });
  }
  process.exit();
};

let begun = false;
createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (begun) {
    answered(message);
  } else {
    begun = true;
    run(message);
  }
});
