/** Lets only one tab change a draft, so that two tabs never overwrite each other. */

/** Whether this tab may change the draft; `elsewhere`: another tab has it open. */
export type LockState = 'held' | 'elsewhere';

export interface TabLockOptions {
  /** Stores the last changes before another tab takes over. */
  readonly save: () => Promise<unknown>;
  /** Called after each change of the state. */
  readonly changed: (state: LockState) => void;
}

/** A tab that doesn't answer within this time, because it is frozen, loses the draft. */
const ANSWER_MS = 5000;

/** How long to wait for the answer of another tab without locks. */
const ASK_MS = 300;

type Message = 'ask' | 'held' | 'take' | 'released';

export class TabLock {
  state: LockState = 'elsewhere';
  readonly #name: string;
  readonly #options: TabLockOptions;
  readonly #channel: BroadcastChannel;
  #release: (() => void) | undefined;

  constructor(draftId: string, options: TabLockOptions) {
    this.#name = `summit-embeds-desk ${draftId}`;
    this.#options = options;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.addEventListener('message', ({data}: MessageEvent<Message>) => {
      if (this.state !== 'held') return;
      if (data === 'ask') this.#post('held');
      if (data === 'take') void this.#give();
    });
  }

  /** Takes the draft if no other tab has it open. */
  async open(): Promise<LockState> {
    if (!hasLocks()) {
      const answer = this.#wait('held', ASK_MS);
      this.#post('ask');
      if (!(await answer)) this.#set('held');
    } else await this.#request({ifAvailable: true});
    return this.state;
  }

  /** Takes the draft from another tab, which stores its changes first and may then only read. */
  async takeOver(): Promise<void> {
    if (this.state === 'held') return;
    const released = this.#wait('released', ANSWER_MS);
    this.#post('take');
    const isReleased = await released;
    if (hasLocks()) await this.#request(isReleased ? {signal: AbortSignal.timeout(ANSWER_MS)} : {steal: true});
    else this.#set('held');
  }

  /** Lets other tabs have the draft. */
  close(): void {
    this.#release?.();
    this.state = 'elsewhere';
    this.#channel.close();
  }

  async #give(): Promise<void> {
    // Read-only from now on: a change after storing would be lost.
    this.#set('elsewhere');
    await this.#options.save().catch(() => undefined);
    this.#release?.();
    this.#post('released');
  }

  /** Resolves when the browser has decided. The lock is kept until it is released. */
  #request(options: LockOptions): Promise<void> {
    return new Promise((decided) => {
      const held = navigator.locks.request(this.#name, options, (lock) => {
        if (lock) this.#set('held');
        decided();
        return lock ? new Promise<void>((release) => (this.#release = release)) : undefined;
      });
      // Another tab stole it.
      held.catch(() => {
        this.#set('elsewhere');
        decided();
      });
    });
  }

  /** Waits for a message. Resolves to false if none came in time. */
  #wait(message: Message, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isReceived: boolean): void => {
        clearTimeout(timer);
        this.#channel.removeEventListener('message', listen);
        resolve(isReceived);
      };
      const listen = ({data}: MessageEvent<Message>): void => {
        if (data === message) end(true);
      };
      const timer = setTimeout(() => {
        end(false);
      }, timeoutMs);
      this.#channel.addEventListener('message', listen);
    });
  }

  #post(message: Message): void {
    this.#channel.postMessage(message);
  }

  #set(state: LockState): void {
    if (state === this.state) return;
    this.state = state;
    this.#options.changed(state);
  }
}

/** Pages without https have no locks. */
function hasLocks(): boolean {
  return (navigator as {readonly locks?: LockManager}).locks !== undefined;
}
