/** Server settings of the embedded PostgreSQL, apart from where its socket is. fsync stays on: this is real data. */
const SETTINGS = {
  // No network port: only who may enter the socket's directory can connect.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  // Holds the working set of one district (tens of thousands of requests) and leaves a small machine its memory.
  shared_buffers: '128MB',
  // Two platform processes with a pool of 20 each, and room for a person with a client.
  max_connections: '50',
  // Instead of 1 GB: the journal of a newcomer's trial need not outgrow the data.
  max_wal_size: '256MB',
  // Times are stored in UTC; the platform reckons in Asia/Shanghai.
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Rows and statements hold names and phones, which must not reach a log file.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  // There is nothing to find for it in the package, and short queries do not gain from compiling.
  jit: 'off',
};

export function serverArguments(cluster: string, socketDirectory: string, port: number): string[] {
  // A list setting: quoted, or a comma in the path would make it two directories.
  const quoted = `"${socketDirectory.replaceAll('"', '""')}"`;
  const settings = { ...SETTINGS, port, unix_socket_directories: quoted };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
