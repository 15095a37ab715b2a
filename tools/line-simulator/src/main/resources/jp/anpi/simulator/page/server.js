// The control endpoints of the simulator.
import { toast } from './dom.js';

async function call(method, path, body) {
  const response = await fetch('/simulator/' + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    toast(answer.message ?? 'シミュレーターが応えません（' + response.status + '）');
    return null;
  }
  return answer;
}

export const get = (path) => call('GET', path);
export const post = (path, body) => call('POST', path, body);
export const put = (path, body) => call('PUT', path, body);
export const remove = (path) => call('DELETE', path);

/** Does something on a phone and says so where the product did not take it. */
export async function onPhone(userId, verb, body) {
  const reaction = await post('phones/' + userId + '/' + verb, body);
  const failed = reaction?.webhooks?.find((webhook) => webhook.outcome !== 'OK');
  if (failed) {
    toast(failed.status ? 'Webhookへの応答が ' + failed.status + ' でした' : 'Webhookに応答がありませんでした');
  }
  return reaction;
}
