import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { Gateway } from './gateway/gateway.ts';
import {
  type Choice,
  type Interaction,
  type InteractionPayload,
  type InteractionResponse,
  type Interactions,
  isDeferred,
  type NewInteraction,
} from './interactions.ts';
import type { Refusal, TrafficLog } from './traffic.ts';
import type { World } from './world/world.ts';

/** What actors act on. */
export interface Stage {
  world: World;
  interactions: Interactions;
  gateway: Gateway;
  exchanges: TrafficLog;
}

/** The bot gave no first response in time: what Discord shows is "The application did not respond". */
export class NoResponse extends Error {}

/** One interaction and what the bot answered. `message` shows its present state, after edits too. */
export class Exchange {
  readonly #stage: Stage;
  readonly #interaction: Interaction;

  constructor(stage: Stage, interaction: Interaction) {
    this.#stage = stage;
    this.#interaction = interaction;
  }

  /** What the gateway sent. */
  get interaction(): InteractionPayload {
    return this.#interaction.payload;
  }

  /** The accepted first response (type and data); empty as long as there is none. */
  get responses(): readonly InteractionResponse[] {
    return this.#interaction.responses;
  }

  /** The message that answers, or that was updated. Undefined when there is none, or it was deleted. */
  get message(): APIMessage | undefined {
    return this.#find(this.#interaction.originalId);
  }

  /** The messages that followed, in order. */
  get followUps(): APIMessage[] {
    const found = this.#interaction.followUpIds.map((id) => this.#find(id));
    return found.filter((message) => message !== undefined);
  }

  get choices(): Choice[] | undefined {
    return this.#interaction.choices ?? undefined;
  }

  get modal(): APIModalInteractionResponseCallbackData | undefined {
    return this.#interaction.modal ?? undefined;
  }

  /** Whether only the acting member can see the answer. */
  get ephemeral(): boolean {
    return ((this.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  }

  get deferred(): boolean {
    return isDeferred(this.#interaction);
  }

  /** Real milliseconds to the first response. */
  get milliseconds(): number {
    return this.#interaction.milliseconds ?? Number.NaN;
  }

  /** What Discord refused of the bot's calls for this interaction. */
  get refusals(): Refusal[] {
    const { id } = this.#interaction.payload;
    return this.#stage.exchanges.list.flatMap(({ interactionId, refusal }) =>
      interactionId === id && refusal ? [refusal] : [],
    );
  }

  /** Waits until a deferred response has been filled in; at once for any other. */
  async settled(milliseconds = 10_000): Promise<this> {
    const open = () => this.deferred && this.#interaction.edits === 0;
    if (open()) {
      await this.#wait(() => !open(), milliseconds, 'The deferred response was never filled in');
    }
    return this;
  }

  /** Waits for the first response. Rejects with NoResponse once Discord would give up. */
  async answered(): Promise<this> {
    const done = () => this.#interaction.failed || this.responses.length > 0;
    // The sandbox's own timer decides; this one only guards against its being closed meanwhile.
    const { patience } = this.#stage.interactions;
    await this.#wait(done, patience + 1000, 'The application did not respond');
    if (this.#interaction.failed) throw this.#failure('The application did not respond');
    return this;
  }

  #failure(text: string): NoResponse {
    const said = this.refusals.map(({ call, body }) => `${call}: ${JSON.stringify(body)}`);
    return new NoResponse([text, ...said].join('. Discord refused '));
  }

  async #wait(done: () => boolean, milliseconds: number, failure: string): Promise<void> {
    if (done()) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const stop = this.#stage.interactions.on(() => done() && resolve());
    const timer = setTimeout(() => reject(this.#failure(failure)), milliseconds);
    try {
      await promise;
    } finally {
      stop();
      clearTimeout(timer);
    }
  }

  #find(id: string | null): APIMessage | undefined {
    return id === null
      ? undefined
      : this.#stage.world.message(this.#interaction.channelId, id)?.message;
  }
}

/** Sends an interaction to the bot and waits for its first response. */
export async function exchange(stage: Stage, given: NewInteraction): Promise<Exchange> {
  if (!stage.gateway.alive) throw new Error('No bot is connected to the sandbox.');
  const interaction = stage.interactions.create(given);
  const { id } = interaction.payload;
  stage.gateway.send('INTERACTION_CREATE', interaction.payload, given.guildId, id);
  const made = await new Exchange(stage, interaction).answered();
  const traffic = stage.exchanges.list.findLast(
    ({ kind, interactionId }) => kind === 'gateway' && interactionId === id,
  );
  if (traffic) {
    traffic.milliseconds = interaction.milliseconds;
    stage.exchanges.tell(traffic);
  }
  return made;
}
