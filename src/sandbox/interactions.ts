import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { InteractionResponseType, type InteractionType } from 'discord-api-types/v10';
import type { World } from './world/world.ts';

/** What the gateway sends as INTERACTION_CREATE. `data` depends on `type`. */
export interface InteractionPayload {
  id: string;
  application_id: string;
  type: InteractionType;
  token: string;
  data: object;
  [part: string]: unknown;
}

export interface InteractionResponse {
  type: InteractionResponseType;
  data: unknown;
}

export interface Choice {
  name: string;
  value: string | number;
}

/** An interaction while its token lives. */
export interface Interaction {
  payload: InteractionPayload;
  userId: string;
  channelId: string;
  guildId: string | null;
  /** The message whose component was used, for components and the modals that they opened. */
  sourceMessageId: string | null;
  /** The type of the option that is being filled in, for autocomplete. */
  focusedType: number | null;
  /** Whether the app is in the place itself, or came with the user. Then it has 5 follow-ups. */
  appIsInstalledThere: boolean;
  /** By the sandbox's clock: the token lives 15 minutes. */
  createdAt: number;
  /** Real time: the first response has 3 seconds. */
  startedAt: number;
  milliseconds: number | null;
  responses: InteractionResponse[];
  /** True once 3 seconds have passed without a response. */
  failed: boolean;
  originalId: string | null;
  followUpIds: string[];
  /** How often its messages were edited or followed up: what a deferred response waits for. */
  edits: number;
  choices: Choice[] | null;
  modal: APIModalInteractionResponseCallbackData | null;
}

export type NewInteraction = Pick<
  Interaction,
  'userId' | 'channelId' | 'guildId' | 'sourceMessageId' | 'focusedType' | 'appIsInstalledThere'
> & { type: InteractionType; data: object; parts: object };

const TOKEN_LIFE_MS = 15 * 60_000;

export const isDeferred = ({ responses: [first] }: Interaction): boolean =>
  first?.type === InteractionResponseType.DeferredChannelMessageWithSource ||
  first?.type === InteractionResponseType.DeferredMessageUpdate;

/** All interactions of a sandbox, by id, with the limits of their lives. */
export class Interactions {
  /** Real milliseconds for the first response; Discord gives 3,000. */
  readonly patience: number;
  readonly #world: World;
  readonly #all = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #watchers = new Set<(interaction: Interaction) => void>();

  constructor(world: World, patience: number) {
    this.#world = world;
    this.patience = patience;
  }

  /** Calls back on every response to, and on the failure of, any interaction. */
  on(watcher: (interaction: Interaction) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** A message of the interaction was edited or sent after its first response. */
  edited(interaction: Interaction): void {
    interaction.edits += 1;
    this.#tell(interaction);
  }

  #tell(interaction: Interaction): void {
    for (const watcher of this.#watchers) watcher(interaction);
  }

  create(given: NewInteraction): Interaction {
    const { type, data, parts, ...rest } = given;
    const id = this.#world.snowflake();
    const token = `interaction-token-${id}`;
    const application_id = this.#world.application.id;
    const payload = { id, application_id, type, token, version: 1, ...parts, data };
    const interaction: Interaction = {
      ...rest,
      payload,
      createdAt: this.#world.now(),
      startedAt: performance.now(),
      milliseconds: null,
      responses: [],
      failed: false,
      originalId: null,
      followUpIds: [],
      edits: 0,
      choices: null,
      modal: null,
    };
    this.#all.set(id, interaction);
    this.#byToken.set(token, interaction);
    const timer = setTimeout(() => this.#fail(interaction, timer), this.patience);
    this.#timers.add(timer);
    return interaction;
  }

  #fail(interaction: Interaction, timer: NodeJS.Timeout): void {
    this.#timers.delete(timer);
    if (interaction.responses.length > 0) return;
    interaction.failed = true;
    this.#tell(interaction);
  }

  find(id: string, token: string): Interaction | undefined {
    const found = this.#all.get(id);
    return found?.payload.token === token ? found : undefined;
  }

  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  isExpired({ createdAt }: Interaction): boolean {
    return this.#world.now() - createdAt > TOKEN_LIFE_MS;
  }

  /** Notes a response; the first one stops the clock. */
  answered(interaction: Interaction, response: InteractionResponse): void {
    interaction.milliseconds ??= performance.now() - interaction.startedAt;
    interaction.responses.push(response);
    this.#tell(interaction);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
