import { ExpectedFailure } from '../command/operation.ts';

/** The one error a client throws; what happened is in `failure`. */
export class ClientError extends ExpectedFailure {
  override readonly name = 'ClientError';
}
