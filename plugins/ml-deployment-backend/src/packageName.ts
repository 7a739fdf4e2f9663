/** Where migrations and the description of the API are found. */
export const PACKAGE_NAME = '@airworthy/plugin-ml-deployment-backend';
