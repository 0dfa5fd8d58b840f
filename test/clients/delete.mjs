// Lists the images of each endpoint, deletes image-1 and watches it until it is gone, with one generation of AWS's client for
// one service. Prints what it saw as JSON. The credentials and the region are the environment's.
import { setTimeout as pause } from 'node:timers/promises';

const [service, generation, ...endpoints] = process.argv.slice(2);
const studio = { studioId: 'studio-1' };
const image = { ...studio, streamingImageId: 'image-1' };

/** What differs between the generations: how a client is made, how an operation is called, and where an error has its type. */
const generations = {
  async v3() {
    const module = await import(`@aws-sdk/client-${service}`);
    const Client = { appstream: module.AppStreamClient, nimble: module.NimbleClient }[service];
    return {
      client: (endpoint) => new Client({ endpoint, maxAttempts: 1 }),
      call: (client, operation, input) => client.send(new module[`${operation}Command`](input)),
      type: (error) => (error instanceof module[error.name] ? error.name : `untyped ${error.name}`),
    };
  },
  async v2() {
    const { default: aws } = await import('aws-sdk');
    const Client = { appstream: aws.AppStream, nimble: aws.Nimble }[service];
    return {
      client: (endpoint) => new Client({ endpoint, maxRetries: 0 }),
      call: (client, operation, input) =>
        client[operation[0].toLowerCase() + operation.slice(1)](input).promise(),
      type: (error) => error.code,
    };
  },
};

/** What differs between the services. */
const services = {
  appstream: {
    list: async (call) => (await call('DescribeImages', {})).Images.map((each) => `${each.Name} ${each.State}`),
    remove: async (call) => (await call('DeleteImage', { Name: 'image-1' })).Image.State,
    look: async (call) => (await call('DescribeImages', { Names: ['image-1'] })).Images[0].State,
  },
  nimble: {
    list: async (call) =>
      (await call('ListStreamingImages', studio)).streamingImages.map(
        (each) => `${each.streamingImageId} ${each.state}`,
      ),
    remove: async (call) => (await call('DeleteStreamingImage', image)).streamingImage.state,
    look: async (call) => (await call('GetStreamingImage', image)).streamingImage.state,
  },
};

const { client, call, type } = await generations[generation]();
const { list, remove, look } = services[service];

async function seen(endpoint) {
  const ask = call.bind(undefined, client(endpoint));
  const listed = await list(ask);
  const states = [await remove(ask)];
  for (;;) {
    try {
      const state = await look(ask);
      if (state !== states.at(-1)) {
        states.push(state);
      }
    } catch (error) {
      return { listed, states, error: type(error), message: error.message };
    }
    await pause(20);
  }
}

const sights = [];
for (const endpoint of endpoints) {
  sights.push(await seen(endpoint));
}
process.stdout.write(JSON.stringify(sights));
