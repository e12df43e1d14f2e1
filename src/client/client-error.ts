import type { Failure } from '../command/operation.ts';

/** The one error a client throws; what happened is in `failure`. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message.en, options);
    this.failure = failure;
  }
}
