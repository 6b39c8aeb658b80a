import { describeEnterprise } from './describe-enterprise.ts';

// In a file of its own, so that large enterprises are read side by side.
describeEnterprise({ people: 100_000, seed: 6 });
