import { read } from './api';

/** Who is signed in, as `GET /session` says. */
export interface User {
  subject: string;
  name?: string;
  party?: string;
  roles: string[];
  until: string;
  signOut?: string;
  notice: string;
}

class Me {
  user?: User;

  async load(): Promise<User> {
    this.user = (await read<User>('/session')).body;
    return this.user;
  }

  is(...roles: string[]): boolean {
    return roles.some(role => this.user?.roles.includes(role));
  }

  /** An editor writes for the own party. */
  get writes(): boolean {
    return this.is('editor') && this.user?.party !== undefined;
  }

  get party(): string | undefined {
    return this.user?.party;
  }
}

export const me = new Me();
