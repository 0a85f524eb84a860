import { refusal } from '../errors.ts';
import { type Answer, type Discord, idParam, ok, type RestRequest, type Route } from './route.ts';

function application(_: RestRequest, { world }: Discord): Answer {
  const [owner] = world.people.values();
  return ok({
    ...world.application,
    icon: null,
    type: null,
    bot: world.bot,
    owner: owner?.user,
    team: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: world.botGuilds().length,
    integration_types_config: { '0': {}, '1': {} },
    summary: '',
    hook: true,
  });
}

/** The application and its bot user. */
export const applicationRoutes: readonly Route[] = [
  { method: 'GET', path: '/applications/@me', access: 'bot', run: application },
  { method: 'GET', path: '/oauth2/applications/@me', access: 'bot', run: application },
  {
    method: 'GET',
    path: '/users/@me',
    access: 'bot',
    run: (_, { world }) =>
      ok({ ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 }),
  },
  {
    method: 'GET',
    path: '/users/:user_id',
    access: 'bot',
    run(request, { world }) {
      const user = world.user(idParam(request, 'user_id'));
      if (!user) throw refusal.unknownUser();
      return ok(user);
    },
  },
];
