/** The types that `node(id:)` finds. */
export type NodeType =
  | 'Enterprise'
  | 'EnterpriseServerInstallation'
  | 'EnterpriseServerUserAccount'
  | 'EnterpriseServerUserAccountEmail'
  | 'EnterpriseServerUserAccountsUpload'
  | 'EnterpriseIdentityProvider'
  | 'OrganizationIdentityProvider'
  | 'OIDCProvider'
  | 'ExternalIdentity'
  | 'Organization'
  | 'User';

/** Opaque to clients, as GitHub's are. */
export function nodeId(type: NodeType, ...key: readonly (string | number)[]): string {
  return Buffer.from([type, ...key].join(':')).toString('base64url');
}

export function parseNodeId(id: string): { readonly type: string; readonly key: readonly string[] } {
  const [type = '', ...key] = Buffer.from(id, 'base64url').toString().split(':');
  return { type, key };
}
