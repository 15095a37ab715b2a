/** What stands around the container and stays outside of it: the database, the domain, the deployment. */
package jp.anpi.container.host;
