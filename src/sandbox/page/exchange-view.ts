import type { Traffic } from '../traffic.ts';
import type { ExchangeView } from './protocol.ts';

/** An exchange as the drawer lists it; the bodies are asked for one by one. */
export function exchangeView(traffic: Traffic): ExchangeView {
  const { id, at, kind, from, name, milliseconds, status, refusal, interactionId } = traffic;
  return {
    id,
    at,
    kind,
    from,
    name,
    milliseconds,
    status,
    refusal: refusal && {
      status: refusal.status,
      code: refusal.code,
      message: refusal.message,
    },
    interaction: kind === 'gateway' && interactionId !== null,
  };
}
