import { Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
  type ThrottleSettings,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import {
  type HttpFunction,
  OWNER_ROUTES,
  PUBLIC_ROUTES,
  type Route,
} from '../../shared/contracts/http/routes.ts';
import type { OnCall } from './on-call.ts';

/**
 * The route, not the path, and no query string: a search carries an email address, a path an id. No address of the
 * caller either.
 */
const ACCESS_LOG_FIELDS = {
  requestId: '$context.requestId',
  requestTime: '$context.requestTime',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  responseLatency: '$context.responseLatency',
  integrationLatency: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  integrationError: '$context.integrationErrorMessage',
  refusal: '$context.error.responseType',
};

export interface UsageApiProps {
  readonly functions: Readonly<Record<HttpFunction, IFunction>>;
  /** Asked before every route for owners. */
  readonly authorizer: IFunction;
  readonly throttle: Required<ThrottleSettings>;
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  readonly onCall: OnCall;
}

/**
 * The HTTP API: every route of the shared lists. Before those for enterprise owners the authorizer tells who calls;
 * the functions refuse whoever is no owner, in words that API Gateway has none of (docs/decisions/0009).
 */
export class UsageApi extends Construct {
  readonly url: string;
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: UsageApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Api', {
      description: 'License Usage Sync',
      createDefaultStage: false,
    });
    this.api = api;
    this.origin = api.apiEndpoint;
    this.#addRoutes(api, props);
    this.url = this.#addStage(api, props).url;
    props.onCall.addAlarm(this, 'ServerErrorAlarm', {
      name: 'api-server-errors',
      impact: 'Owners cannot read usage and people, or cannot add uploads.',
      noData: 'there were no requests.',
      metric: api.metricServerError({ statistic: 'Sum', period: Duration.minutes(5) }),
      // A single failure is answered by asking again.
      threshold: 5,
      periods: 1,
    });
  }

  #addRoutes(api: HttpApi, { functions, authorizer }: UsageApiProps): void {
    const owners = new HttpLambdaAuthorizer('Owners', authorizer, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      // With one, API Gateway answers by itself what comes without a token, in another shape.
      identitySource: [],
      // The function remembers verdicts itself, each for as long as it deserves.
      resultsCacheTtl: Duration.seconds(0),
    });
    const integrations: Record<HttpFunction, HttpLambdaIntegration> = {
      'read-usage': new HttpLambdaIntegration('ReadUsage', functions['read-usage']),
      'manage-usage': new HttpLambdaIntegration('ManageUsage', functions['manage-usage']),
      'manage-personal-data': new HttpLambdaIntegration(
        'ManagePersonalData',
        functions['manage-personal-data'],
      ),
      'sync-now': new HttpLambdaIntegration('SyncNow', functions['sync-now']),
      console: new HttpLambdaIntegration('Console', functions.console),
    };
    const addRoute = ({ method, path, function: name }: Route, routeAuthorizer: IHttpRouteAuthorizer) => {
      const methods = [HttpMethod[method]];
      return api.addRoutes({ path, methods, integration: integrations[name], authorizer: routeAuthorizer });
    };
    for (const route of OWNER_ROUTES) addRoute(route, owners);
    for (const added of PUBLIC_ROUTES.flatMap((route) => addRoute(route, new HttpNoneAuthorizer()))) {
      Validations.of(added).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'The page holds no data, and nobody can have signed in before asking to.',
      });
    }
  }

  #addStage(api: HttpApi, props: UsageApiProps): HttpStage {
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: props.logRetention,
      removalPolicy: props.removalPolicy,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: props.throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_FIELDS)),
      },
    });
  }
}
