import { connect, type Socket } from 'node:net';

/** What a server has to answer: the address and the body, byte by byte. */
export interface Target {
  address: string;
  body: Buffer;
}

/** What became of one request. `lost` is one that was sent and not answered whole. */
export type Outcome = 'right' | 'wrong' | 'lost';

const end = Buffer.from('\r\n\r\n');

/** One connection that asks for one thing after the other, and compares each answer as it arrives. */
export class Connection {
  private socket: Socket | undefined;
  private head: Buffer = Buffer.alloc(0);
  private target: Target | undefined;
  private seen = -1;
  private right = true;
  private last = false;
  private readonly port: number;
  private readonly next: () => Target | undefined;
  private readonly tell: (outcome: Outcome, target: Target) => void;

  constructor(port: number, next: () => Target | undefined, tell: (outcome: Outcome, target: Target) => void) {
    this.port = port;
    this.next = next;
    this.tell = tell;
  }

  /** Asks until there is nothing left to ask. While the server is away, it knocks again without asking. */
  run(): Promise<void> {
    return new Promise((done) => this.open(done));
  }

  private open(done: () => void): void {
    const socket = connect(this.port, '127.0.0.1');
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on('connect', () => this.ask());
    socket.on('data', (data) => this.read(data));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (this.target) this.settle('lost');
      if (this.last) done();
      else setTimeout(() => this.open(done), 10);
    });
  }

  private ask(): void {
    this.target = this.next();
    this.seen = -1;
    this.right = true;
    this.head = Buffer.alloc(0);
    if (!this.target) {
      this.last = true;
      this.socket!.end();
      return;
    }
    this.socket!.write(`GET ${this.target.address} HTTP/1.1\r\nHost: load\r\nAccept-Encoding: br\r\n\r\n`);
  }

  private settle(outcome: Outcome): void {
    const target = this.target!;
    this.target = undefined;
    this.tell(outcome, target);
  }

  private read(data: Buffer): void {
    if (!this.target) return;
    let body = data;
    if (this.seen < 0) {
      this.head = this.head.length > 0 ? Buffer.concat([this.head, data]) : data;
      const at = this.head.indexOf(end);
      if (at < 0) return;
      body = this.head.subarray(at + 4);
      this.head = this.head.subarray(0, at);
      this.seen = 0;
      const length = /\r\ncontent-length: (\d+)/i.exec(this.head.toString('latin1'))?.[1];
      this.right = this.head.subarray(9, 12).toString() === '200' && Number(length) === this.target.body.length;
      // What follows an answer of another length cannot be told from the next one.
      if (!this.right) return void (this.settle('wrong'), this.socket!.destroy());
    }
    const expected = this.target.body;
    if (expected.compare(body, 0, body.length, this.seen, this.seen + body.length) !== 0) this.right = false;
    this.seen += body.length;
    if (this.seen < expected.length) return;
    this.settle(this.right ? 'right' : 'wrong');
    if (/\r\nconnection: close/i.test(this.head.toString('latin1'))) this.socket!.destroy();
    else this.ask();
  }
}
