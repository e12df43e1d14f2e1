/** The argument that names an account. */
export const WHO = {
  name: 'who',
  summary: { zh: '登录名或标识', en: 'login or id' },
  required: true,
  variadic: false,
};
